import type { BatchPreview, BatchResult } from "#app/context/queue.ts";
import { annotationStatuses } from "#app/domain/annotation/annotation.ts";
import { moderatingWords } from "#app/words/moderating.ts";
import styles from "./bulk-dialog.module.css";

const words = moderatingWords.bulk;

type LookProps = { readonly preview: BatchPreview; readonly nameOf: (item: string) => string };

/** What a batch would do, in numbers, and what it would leave out. */
export function BatchLook({ preview: { would, from, authors, skipped }, nameOf }: LookProps) {
  const before = annotationStatuses.flatMap((status) => {
    const count = from[status] ?? 0;
    return count === 0 ? [] : [`${count} × ${moderatingWords.card.status[status]}`];
  });
  return (
    <div className={styles.look}>
      <p>
        <b>{words.will(would)}</b> {words.authors(authors)}
      </p>
      {before.length === 0 ? null : <p className={styles.aside}>{before.join(" · ")}</p>}
      {skipped.length === 0 ? null : (
        <>
          <p>{words.wont(skipped.length)}</p>
          <ul className={styles.rows}>
            {skipped.map(({ item, why }) => (
              <li key={item}>
                <b>{nameOf(item)}</b> <span>{why}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

type RowsProps = {
  readonly result: BatchResult;
  readonly isUndone: boolean;
  readonly nameOf: (item: string) => string;
};

/** What became of each. */
export function BatchRows({ result: { rows }, isUndone, nameOf }: RowsProps) {
  const done = rows.filter(({ result }) => result !== "skipped").length;
  return (
    <div className={styles.look} role="status">
      <p>
        <b>{isUndone ? words.undone(done) : words.result(done, rows.length)}</b>
      </p>
      <ul className={styles.rows} aria-label={words.rows}>
        {rows.map(({ item, result, why }) => (
          <li key={item}>
            <b>{nameOf(item)}</b> <span>{result === "skipped" ? why : isUndone ? words.takenBack : words.decided}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
