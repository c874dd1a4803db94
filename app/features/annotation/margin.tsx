import { type ReactNode, useRef } from "react";
import { readingWords } from "#app/words/reading.ts";
import styles from "./margin.module.css";
import { type MarginInput, type Placed, slotName, useMargin } from "./use-margin.ts";

export type MarginProps = MarginInput & {
  /** The card of a placed id. */
  readonly card: (id: string) => ReactNode;
  /** Whose note a placed id is, for the sign of one that just came in. */
  readonly nameOf: (id: string) => string;
  /** A chip was pressed: the first of its notes opens, and those around it come out beside it. */
  readonly onUnfold: (id: string) => void;
};

/** Cards beside their lines. Only those near the screen exist, in the order of the text. */
export function Margin({ card, nameOf, onUnfold, ...input }: MarginProps) {
  const ref = useRef<HTMLElement>(null);
  const { rows, height, waiting, letIn } = useMargin(ref, input);
  const words = readingWords.thread;
  return (
    <section ref={ref} className={styles.margin} aria-label={readingWords.margin} style={{ minHeight: height }}>
      {rows.map(({ id, top, notes }) => (
        <div
          key={id}
          data-slot={slotName(id, input.opened)}
          className={id === input.opened?.id ? styles.pinned : styles.slot}
          style={{ transform: `translateY(${Math.round(top)}px)` }}
        >
          {notes === null ? (
            card(id)
          ) : (
            <button
              type="button"
              className={styles.chip}
              aria-label={words.foldedLabel(notes.length)}
              onClick={() => onUnfold(notes[0] ?? id)}
            >
              {words.folded(notes.length)}
            </button>
          )}
        </div>
      ))}
      {byLine(waiting).map(({ id, anchor, count }) => (
        <button
          key={id}
          type="button"
          className={styles.arrived}
          style={{ transform: `translateY(${Math.round(anchor)}px)` }}
          aria-label={words.arrivedLabel(nameOf(id), count)}
          onClick={letIn}
        >
          {words.arrived(nameOf(id), count)}
        </button>
      ))}
    </section>
  );
}

/** Pixels within which signs would cover each other. */
const SIGN = 26;

/** One sign for all new cards of about one line, named after the first of them. */
function byLine(waiting: readonly Placed[]): { id: string; anchor: number; count: number }[] {
  const signs: { id: string; anchor: number; count: number }[] = [];
  for (const { id, anchor } of waiting) {
    const last = signs.at(-1);
    if (last !== undefined && anchor - last.anchor < SIGN) last.count += 1;
    else signs.push({ id, anchor, count: 1 });
  }
  return signs;
}
