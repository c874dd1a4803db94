import { memo } from "react";
import { type Piece, type PieceLabel, pieceLabels } from "#app/domain/document/document.ts";
import { classNames } from "#app/ui/class-names.ts";
import { libraryWords } from "#app/words/library.ts";
import { LEFT_OUT } from "./piece-choices.ts";
import styles from "./piece-row.module.css";

export type PieceRowProps = {
  readonly piece: Piece;
  readonly label: PieceLabel;
  /** ¶ number if it is a kept paragraph. */
  readonly number: number | null;
  readonly out: boolean;
  /** A label keeps the piece under it; null leaves the piece out. */
  readonly onChoose: (id: number, label: PieceLabel | null) => void;
};

const words = libraryWords.preview;

/** UTF-16 code units of a piece that name its control. */
const NAME = 40;

/** One piece: what it is or that it is left out, and how it will look. */
export const PieceRow = memo(function PieceRow({ piece, label, number, out, onChoose }: PieceRowProps) {
  return (
    <div className={classNames(styles.row, out && styles.out)}>
      <select
        className={styles.label}
        name={`label.${piece.id}`}
        aria-label={words.labelOf(piece.text.slice(0, NAME))}
        value={out ? LEFT_OUT : label}
        onChange={({ target }) => onChoose(piece.id, pieceLabels.find((each) => each === target.value) ?? null)}
      >
        {pieceLabels.map((each) => (
          <option key={each} value={each}>
            {each === "paragraph" && number !== null ? `¶ ${number}` : words.labels[each]}
          </option>
        ))}
        <option value={LEFT_OUT}>{out ? words.leftOut : words.leaveOut}</option>
      </select>
      <div
        className={classNames(styles.text, styles[label])}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: pieces are sanitised by the importer's one schema
        dangerouslySetInnerHTML={{ __html: piece.html }}
      />
    </div>
  );
});
