import { describe, expect, it } from "vitest";
import type { Run } from "#server/import/pdf-lines.ts";
import { runningHeads } from "#server/import/pdf-running-heads.ts";
import { column, run } from "#server/import/test-runs.ts";

const words = "one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Sayings of pages with a body of their own each. */
function sayings(pages: readonly (readonly Run[])[]): readonly (readonly string[])[] {
  const sheets = pages.map((runs, n) => ({
    label: String(n + 1),
    runs: [
      ...runs,
      ...column(
        words.slice(n, n + 3).map((word) => `The ${word} wall`),
        50,
        100,
      ),
    ],
  }));
  return runningHeads(sheets, 10).sayings;
}

const pages = (count: number, make: (n: number) => readonly Run[]) =>
  Array.from({ length: count }, (_, n) => make(n + 1));

describe("running heads", () => {
  it("are rows at one height that say the same but for their numbers", () => {
    expect(sayings(pages(4, (n) => [run("THE WALL", 50, 40), run(`${n}`, 400, 40)]))).toEqual([
      ["THE WALL 1", "THE WALL 2", "THE WALL 3", "THE WALL 4"],
    ]);
  });

  it("are others on left and right pages, and those of two pages where most have one", () => {
    const head = (n: number) => (n % 2 === 0 ? "The Wall" : n < 8 ? "A door" : "A window");
    expect(sayings(pages(9, (n) => [run(head(n), 50, 40)]))).toEqual([["A door"], ["The Wall"], ["A window"]]);
  });

  it("are page numbers at the foot, also Roman ones", () => {
    const numbers = ["ii", "iii", "iv", "1", "2"];
    expect(sayings(pages(5, (n) => [run(`– ${numbers[n - 1]} –`, 300, 780)]))).toEqual([
      ["– ii –", "– iii –", "– iv –", "– 1 –", "– 2 –"],
    ]);
  });

  it("are as many rows as run along every page", () => {
    expect(sayings(pages(3, () => [run("The Wall", 50, 30), run("A journal", 50, 42)]))).toEqual([
      ["The Wall"],
      ["A journal"],
    ]);
  });

  it.each<readonly [string, readonly (readonly Run[])[]]>([
    ["what stands at other heights", pages(4, (n) => [run("The Wall", 50, 20 * n)])],
    ["headings of chapters", pages(9, (n) => (n % 4 === 0 ? [run(`Chapter ${n}`, 50, 40)] : []))],
    ["large letters", pages(4, (n) => [run(`Part ${n}`, 50, 40, { size: 20 })])],
    ["rows of a table", pages(4, (n) => [run(`${n} ${n} 7`, 50, 40)])],
    ["the only page", pages(1, () => [run("The Wall", 50, 40)])],
  ])("are not %s", (_, given) => {
    expect(sayings(given)).toEqual([]);
  });
});
