import type { Overview } from "#app/context/board.ts";
import { Time } from "#app/ui/time.tsx";
import { boardWords } from "#app/words/board.ts";
import styles from "./board.module.css";
import { Part } from "./part.tsx";

const words = boardWords.waiting;

export type WaitingPartProps = {
  readonly title: string;
  readonly waiting: Overview["openQuestions"];
  /** Then nothing leads to the page that shows who wrote it. */
  readonly isBlind: boolean;
};

/** Threads that wait for somebody, longest first. */
export function WaitingPart({ title, waiting: { count, oldest }, isBlind }: WaitingPartProps) {
  return (
    <Part title={title} hint={count === 0 ? "" : String(count)}>
      {count === 0 ? <p className={styles.facts}>{words.none}</p> : null}
      <ul className={styles.threads}>
        {oldest.map(({ id, by, excerpt, at }) => (
          <li key={id}>
            <p className={styles.facts}>
              <bdi>{by}</bdi> · <Time at={at} />
            </p>
            <p dir="auto">{isBlind ? excerpt : <a href={`/n/${id}`}>{excerpt}</a>}</p>
          </li>
        ))}
      </ul>
      {count > oldest.length ? <p className={styles.facts}>{words.more(count - oldest.length)}</p> : null}
    </Part>
  );
}
