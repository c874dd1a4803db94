import { memo } from "react";
import type { PieceLabel } from "#app/domain/document/document.ts";
import { Button } from "#app/ui/button.tsx";
import { libraryWords } from "#app/words/library.ts";
import { PieceRow } from "./piece-row.tsx";
import styles from "./piece-run.module.css";
import { type Choices, labelNow, type Run } from "./preview-state.ts";

export type PieceRunProps = {
  readonly run: Run;
  readonly choices: Choices;
  readonly numbers: ReadonlyMap<number, number>;
  /** A label keeps the piece under it; null leaves the piece out. */
  readonly onChoose: (id: number, label: PieceLabel | null) => void;
  /** Leaves a whole run out, or keeps it under the labels that its pieces had. */
  readonly onLeaveOut: (ids: readonly number[], out: boolean) => void;
};

const words = libraryWords.preview;

/** A piece, or a run of clutter under the name of what it looks like; drawn again only when its own choices changed. */
export const PieceRun = memo(function PieceRun({ run, choices, numbers, onChoose, onLeaveOut }: PieceRunProps) {
  const rows = run.pieces.map((piece) => (
    <PieceRow
      key={piece.id}
      piece={piece}
      label={labelNow(piece, choices)}
      number={numbers.get(piece.id) ?? null}
      out={choices.leftOut.has(piece.id)}
      onChoose={onChoose}
    />
  ));
  if (run.clutter === null) return <li className={styles.alone}>{rows}</li>;
  const ids = run.pieces.map(({ id }) => id);
  const out = ids.every((id) => choices.leftOut.has(id));
  return (
    <li className={styles.clutter}>
      <div className={styles.kind}>
        <span>
          {words.clutter[run.clutter]}
          {ids.length > 1 ? ` · ${words.lines(ids.length)}` : ""}
        </span>
        <Button size="s" kind="quiet" className={styles.toggle} onClick={() => onLeaveOut(ids, !out)}>
          {out ? words.keep : words.leaveOut}
        </Button>
      </div>
      {rows}
    </li>
  );
}, sameRun);

function sameRun(before: PieceRunProps, after: PieceRunProps): boolean {
  return (
    before.run === after.run &&
    after.run.pieces.every(
      (piece) =>
        labelNow(piece, before.choices) === labelNow(piece, after.choices) &&
        before.choices.leftOut.has(piece.id) === after.choices.leftOut.has(piece.id) &&
        before.numbers.get(piece.id) === after.numbers.get(piece.id),
    )
  );
}
