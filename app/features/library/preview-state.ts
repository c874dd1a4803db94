/** What the preview shows for a proposal and the choices made so far; pure, so that counts follow every press. */
import type { Piece, PieceLabel } from "#app/domain/document/document.ts";
import { countWords } from "#app/domain/document/words.ts";

/** Pieces that stand together: one that is no clutter, or a run of one kind of clutter. */
export type Run = { readonly clutter: Piece["clutter"]; readonly pieces: readonly Piece[] };

export type Counts = {
  readonly words: number;
  readonly paragraphs: number;
  readonly headings: number;
  readonly leftOut: number;
};

export type Choices = { readonly labels: ReadonlyMap<number, PieceLabel>; readonly leftOut: ReadonlySet<number> };

/** Nothing relabelled, and whatever looks like clutter struck through. */
export function proposedChoices(pieces: readonly Piece[]): Choices {
  return { labels: new Map(), leftOut: new Set(clutterIds(pieces)) };
}

/** The choices with one piece kept under `label`, or left out where that is null. */
export function withChoice(before: Choices, id: number, label: PieceLabel | null): Choices {
  if (label === null) return withLeftOut(before, [id], true);
  return { ...withLeftOut(before, [id], false), labels: new Map(before.labels).set(id, label) };
}

/** The choices with some pieces left out or kept; a piece that comes back has the label that it had. */
export function withLeftOut(before: Choices, ids: readonly number[], out: boolean): Choices {
  const leftOut = new Set(before.leftOut);
  for (const id of ids) {
    if (out) leftOut.add(id);
    else leftOut.delete(id);
  }
  return { ...before, leftOut };
}

/** Ids of the pieces that look like clutter. */
export function clutterIds(pieces: readonly Piece[]): readonly number[] {
  return pieces.filter((piece) => piece.clutter !== null).map((piece) => piece.id);
}

/** The label that a piece has now. */
export function labelNow(piece: Piece, choices: Choices): PieceLabel {
  return choices.labels.get(piece.id) ?? piece.label;
}

/** Neighbouring pieces of the same kind of clutter come together; everything else stands alone. */
export function runsOf(pieces: readonly Piece[]): readonly Run[] {
  const runs: { clutter: Piece["clutter"]; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (piece.clutter !== null && last?.clutter === piece.clutter) last.pieces.push(piece);
    else runs.push({ clutter: piece.clutter, pieces: [piece] });
  }
  return runs;
}

/** Words of each piece, counted once. */
export function wordsOf(pieces: readonly Piece[]): ReadonlyMap<number, number> {
  return new Map(pieces.map((piece) => [piece.id, countWords(piece.text)]));
}

/** The paragraph number that a seminar will cite, for each kept paragraph. */
export function paragraphNumbers(pieces: readonly Piece[], choices: Choices): ReadonlyMap<number, number> {
  const paragraphs = pieces.filter(
    (piece) => !choices.leftOut.has(piece.id) && labelNow(piece, choices) === "paragraph",
  );
  return new Map(paragraphs.map((piece, place) => [piece.id, place + 1]));
}

/** What the text will have. */
export function countsOf(pieces: readonly Piece[], words: ReadonlyMap<number, number>, choices: Choices): Counts {
  const kept = pieces.filter((piece) => !choices.leftOut.has(piece.id));
  const labelled = (...labels: readonly PieceLabel[]) =>
    kept.filter((piece) => labels.includes(labelNow(piece, choices))).length;
  return {
    words: kept.reduce((sum, piece) => sum + (words.get(piece.id) ?? 0), 0),
    paragraphs: labelled("paragraph"),
    headings: labelled("heading", "subheading"),
    leftOut: choices.leftOut.size,
  };
}
