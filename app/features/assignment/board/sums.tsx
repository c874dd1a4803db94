import type { ReactNode } from "react";
import type { Board, BoardRow } from "#app/context/board.ts";
import { joined } from "#app/ui/joined.ts";
import { boardWords } from "#app/words/board.ts";
import styles from "./board.module.css";

const words = boardWords.sums;

/** The four numbers that one wants at once. */
export function Sums({ board: { rows, overview, scheme, statistics } }: { readonly board: Board }) {
  const count = (is: (row: BoardRow) => boolean) => rows.filter(is).length;
  const handedIn = count(({ state }) => state === "handed-in" || state === "late");
  const started = count(({ state, notes }) => state === "started" || (state === "missing" && notes > 0));
  const sum = (of: (row: BoardRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  const graded = count(({ grade }) => grade.version > 0);
  const hidden = count(({ grade }) => grade.version > 0 && !grade.isReleased);
  return (
    <dl className={styles.sums}>
      <Sum name={words.handedIn} value={words.of(handedIn, rows.length)}>
        {words.started(started)} · {words.unseen(count(({ seenAt }) => seenAt === null))}
      </Sum>
      <Sum name={words.notes} value={String(sum(({ notes }) => notes))}>
        {words.replies(sum(({ replies }) => replies))} · {words.median}: {words.words(overview.medianWords)}
      </Sum>
      <Sum name={words.silent} value={String(overview.silentThreads.count)}>
        {words.questions(overview.openQuestions.count)}
      </Sum>
      {scheme.kind === "none" ? null : (
        <Sum name={words.graded} value={words.of(graded, rows.length)}>
          {joined([
            statistics === null ? "" : words.mean(statistics.mean, statistics.median),
            hidden === 0 ? "" : words.notReleased(hidden),
          ]) || "–"}
        </Sum>
      )}
    </dl>
  );
}

function Sum(props: { readonly name: string; readonly value: string; readonly children: ReactNode }) {
  return (
    <div className={styles.sum}>
      <dt>{props.name}</dt>
      <dd>
        <strong>{props.value}</strong>
        <span>{props.children}</span>
      </dd>
    </div>
  );
}
