import { describe, expect, it } from "vitest";
import type { Piece } from "#app/domain/document/document.ts";
import {
  type Choices,
  countsOf,
  paragraphNumbers,
  proposedChoices,
  runsOf,
  withChoice,
  withLeftOut,
  wordsOf,
} from "./preview-state.ts";

function piece(id: number, label: Piece["label"], text: string, clutter: Piece["clutter"] = null): Piece {
  return { id, label, text, html: text, clutter };
}

const pieces = [
  piece(0, "title", "The Wall"),
  piece(1, "paragraph", "(Image credit: me)", "image-credit"),
  piece(2, "paragraph", "One two three."),
  piece(3, "paragraph", "Sign up.", "newsletter"),
  piece(4, "paragraph", "Weekly.", "newsletter"),
  piece(5, "heading", "A door"),
  piece(6, "paragraph", "Four five."),
];
const words = wordsOf(pieces);

describe("the preview", () => {
  it("gathers neighbouring clutter of one kind", () => {
    expect(runsOf(pieces).map((run) => run.pieces.map(({ id }) => id))).toEqual([[0], [1], [2], [3, 4], [5], [6]]);
  });

  it.each<readonly [string, Choices, readonly number[]]>([
    ["as proposed", proposedChoices(pieces), [9, 2, 1, 3]],
    ["with everything kept", { labels: new Map(), leftOut: new Set() }, [15, 5, 1, 0]],
    [
      "with a heading made a paragraph",
      { ...proposedChoices(pieces), labels: new Map([[5, "paragraph"]]) },
      [9, 3, 0, 3],
    ],
  ])("counts what the text will have %s", (_, choices, [count, paragraphs, headings, leftOut]) => {
    expect(countsOf(pieces, words, choices)).toEqual({ words: count, paragraphs, headings, leftOut });
  });

  it("keeps a piece's label while it is left out and brought back", () => {
    const relabelled = withChoice(proposedChoices(pieces), 6, "quotation");
    const back = withLeftOut(withChoice(relabelled, 6, null), [6], false);
    expect(back).toEqual(relabelled);
    expect(withChoice(proposedChoices(pieces), 3, "paragraph").leftOut).toEqual(new Set([1, 4]));
  });

  it("numbers the kept paragraphs only", () => {
    expect([...paragraphNumbers(pieces, proposedChoices(pieces))]).toEqual([
      [2, 1],
      [6, 2],
    ]);
  });
});
