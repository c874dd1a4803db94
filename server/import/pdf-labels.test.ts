import { describe, expect, it } from "vitest";
import { labelsOf } from "#server/import/pdf-labels.ts";
import type { Run } from "#server/import/pdf-lines.ts";
import { paragraphsOf } from "#server/import/pdf-paragraphs.ts";
import { linesOn, run } from "#server/import/test-runs.ts";

/** Labels of runs that stand far from each other. */
function labels(...given: readonly (readonly [text: string, run?: Partial<Run>])[]): readonly string[] {
  const runs = given.map(([text, own], n) => run(text, 50, 100 + 50 * n, own));
  return labelsOf(paragraphsOf(linesOn(runs), new Set()), { size: 10, font: "plain" });
}

const prose = ["It is a wall that was built from stones which nobody had counted."] as const;
const bold = { font: "bold" };

describe("labels of a PDF's paragraphs", () => {
  it("are by size: the largest at the beginning, then two levels", () => {
    expect(
      labels(
        ["A journal", { size: 14 }],
        ["The Wall", { size: 20 }],
        prose,
        ["Above", { size: 14 }],
        prose,
        ["Closer", { size: 12 }],
        prose,
        ["The End", { size: 20 }],
      ),
    ).toEqual(["subheading", "title", "paragraph", "subheading", "paragraph", "subheading", "paragraph", "heading"]);
  });

  it.each<readonly [string, string, Partial<Run>, string]>([
    ["a line of its own in another font", "Who built it", bold, "subheading"],
    ["one that ends as a sentence does", "Nobody built it.", bold, "paragraph"],
    ["one that begins as a sentence goes on", "and built it", bold, "paragraph"],
    ["a line of a program", "Version 2", { font: "typewriter", isMono: true }, "paragraph"],
    ["a line of a list of contents", "1 The door . . . . . . . . 12", bold, "paragraph"],
    ["the same in large letters", "1 The door . . . . . . . . 12", { size: 13 }, "paragraph"],
    ["large prose", `${prose[0]} `.repeat(4), { size: 13 }, "paragraph"],
  ])("tell %s", (_, text, own, label) => {
    const given = [["The Wall", { size: 20 }], prose, ["Above", { size: 14 }], prose, [text, own], prose] as const;
    expect(labels(...given).at(4)).toBe(label);
  });

  it("are headings where no size but only the font tells them", () => {
    expect(labels(["Who built it", bold], prose)).toEqual(["heading", "paragraph"]);
  });

  it("leave a line in several fonts in the text", () => {
    const line = [run("Field, Ada", 50, 100, bold), run("The Wall", 110, 100, { font: "italic" })];
    const paragraphs = paragraphsOf(linesOn([...line, run(prose[0], 50, 200)]), new Set());
    expect(labelsOf(paragraphs, { size: 10, font: "plain" })).toEqual(["paragraph", "paragraph"]);
  });
});
