import { describe, expect, it } from "vitest";
import { compoundsIn, partsOf } from "#server/import/pdf-joining.ts";
import type { Part, Run } from "#server/import/pdf-lines.ts";
import { paragraphsOf } from "#server/import/pdf-paragraphs.ts";
import { column, linesOn, run } from "#server/import/test-runs.ts";

const full = "The wall was built from stones that nobody counted";
const start = "Then it was built once more by others who had none";

/** Paragraphs of pages as words. */
function read(...pages: readonly (readonly Run[])[]): string[] {
  return paragraphsOf(linesOn(...pages), new Set()).map(({ parts }) => textOf(parts));
}

function textOf(parts: readonly Part[]): string {
  return parts.map(({ text }) => text).join("");
}

describe("paragraphs of a PDF", () => {
  it.each<readonly [string, readonly Run[]]>([
    ["a short line", [...column([full, full, "and left."], 50, 100), ...column([start, full], 50, 136)]],
    ["a gap", [...column([full, full], 50, 100), ...column([start, full], 50, 136)]],
    [
      "an indent",
      [...column([full, `${full.slice(0, -1)}.`], 50, 100), run(start.slice(4), 70, 124), run(full, 50, 136)],
    ],
    [
      "larger letters",
      [
        ...column([full, full], 50, 100),
        ...column(
          [start, start].map((text) => text.slice(0, 41)),
          50,
          124,
          { size: 12 },
        ),
      ],
    ],
    ["a bullet", [...column([full, full], 50, 100), ...column([`• ${start.slice(2)}`, full], 50, 124)]],
  ])("end at %s", (_, page) => {
    expect(read(page)).toHaveLength(2);
  });

  it("go on where a page ends in the midst of a line", () => {
    expect(read(column([full, full], 50, 700), column([full, full], 60, 60))).toEqual([
      [full, full, full, full].join(" "),
    ]);
  });

  it("end on a page of one short line", () => {
    expect(read(column([full, full, full], 50, 100), [run("and left.", 50, 60)], [run("Then it was", 50, 60)])).toEqual(
      [[full, full, full, "and left."].join(" "), "Then it was"],
    );
  });

  it("go on where lines after the first are further in", () => {
    const entry = (base: number) => [
      run(full, 50, base),
      run(full.slice(4), 70, base + 12),
      run("and left.", 70, base + 24),
    ];
    expect(read([...entry(100), ...entry(136)])).toHaveLength(2);
  });

  it("go on in a heading of two centred lines", () => {
    const title = [run("The long and winding story", 110, 80), run("of a very high wall", 127, 92)];
    expect(read([...title, ...column([full, full, full], 50, 130)])[0]).toBe(
      "The long and winding story of a very high wall",
    );
  });
});

describe("the words of two lines", () => {
  it.each([
    ["high-", "er still", "higher still"],
    ["high‐", "er still", "higher still"],
    ["high\u00ad", "er still", "higher still"],
    ["East-", "West", "East-West"],
    ["DIN A-", "4", "DIN A-4"],
    ["Land-", "und Seewege", "Land- und Seewege"],
    ["well-", "known", "well-known"],
    ["1914–", "1918", "1914–1918"],
    ["a wall—", "or none", "a wall—or none"],
    ["a wall –", "or none", "a wall – or none"],
    ["a wall", "is", "a wall is"],
    ["城墙", "很高", "城墙很高"],
  ])("%s | %s are %s", (before, next, whole) => {
    const [line] = linesOn([run("x", 0, 10)]);
    if (line === undefined) throw new Error("a run is a line");
    const lines = [before, next].map((text) => ({ ...line, parts: [{ kind: "words" as const, text }] }));
    expect(textOf(partsOf(lines, compoundsIn(["It is a Well-known wall."])))).toBe(whole);
  });

  it("have the mark of a page where it begins, in the midst of a word", () => {
    const [line] = linesOn([run("high-", 0, 10)]);
    if (line === undefined) throw new Error("a run is a line");
    const next = { ...line, parts: [{ kind: "page", text: "2" } as const, { kind: "words", text: "er" } as const] };
    expect(partsOf([line, next], new Set())).toEqual([
      { kind: "words", text: "high" },
      { kind: "page", text: "2" },
      { kind: "words", text: "er" },
    ]);
  });
});
