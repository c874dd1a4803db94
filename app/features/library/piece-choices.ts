import { type PieceLabel, pieceLabels } from "#app/domain/document/document.ts";

/** What a piece's choice says when the piece is left out. */
export const LEFT_OUT = "out";

/**
 * What the preview sends: `label.{id}` for each piece, with its label or LEFT_OUT. Names that are not of this form and
 * labels that do not exist are passed over; the service knows which ids there are.
 */
export function readChoices(form: FormData): { labels: Record<number, PieceLabel>; leftOut: number[] } {
  const labels: Record<number, PieceLabel> = {};
  const leftOut: number[] = [];
  for (const [name, value] of form) {
    const id = /^label\.(\d{1,7})$/u.exec(name)?.[1];
    if (id === undefined) continue;
    const label = pieceLabels.find((known) => known === value);
    if (label !== undefined) labels[Number(id)] = label;
    else if (value === LEFT_OUT) leftOut.push(Number(id));
  }
  return { labels, leftOut };
}
