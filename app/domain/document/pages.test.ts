import { describe, expect, it } from "vitest";
import type { Block, PageStart } from "./document.ts";
import { pageAt, withPages } from "./pages.ts";

const block = (n: number, start: number, end: number): Block => ({
  ...{ n, start, end },
  ...{ number: n, kind: "paragraph", level: null },
});

const revision = {
  html: `<header></header><p id="b-1" data-block="1">It id="b-2" is</p><p id="b-2" data-block="2" data-page="9">High.</p>`,
  blocks: [block(1, 0, 16), block(2, 17, 22)],
  pages: [],
};

const starts = (...given: readonly (readonly [string, number])[]): PageStart[] =>
  given.map(([label, start]) => ({ label, start }));

describe("the page of a place", () => {
  it.each([
    [0, null],
    [3, "xii"],
    [16, "xii"],
    [17, "1"],
  ])("%i is %s", (start, label) => {
    expect(pageAt(starts(["xii", 3], ["1", 17]), start)).toBe(label);
  });
});

describe("pages of a revision", () => {
  it.each<readonly [string, readonly PageStart[], readonly PageStart[], readonly (string | null)[]]>([
    ["stand on their blocks", starts(["1", 0], ["2", 18]), starts(["1", 0], ["2", 18]), ["1", "2"]],
    ["go to the next block from the end of one", starts(["2", 16]), starts(["2", 17]), [null, "2"]],
    [
      "are named from the first to the last",
      starts(["1", 0], ["2", 3], ["3", 5]),
      starts(["1", 0], ["2", 3], ["3", 5]),
      ["1–3", null],
    ],
    [
      "are the last of those at one place",
      starts(["1", 0], ["2", 17], ["3", 17]),
      starts(["1", 0], ["3", 17]),
      ["1", "3"],
    ],
    ["are none behind the text", starts(["2", 22]), [], [null, null]],
  ])("%s", (_, given, pages, [first, second]) => {
    const attribute = (label: string | null | undefined) => (label == null ? "" : ` data-page="${label}"`);
    expect(withPages(revision, given)).toEqual({
      html: `<header></header><p id="b-1" data-block="1"${attribute(first)}>It id="b-2" is</p><p id="b-2" data-block="2"${attribute(second)}>High.</p>`,
      blocks: revision.blocks,
      pages,
    });
  });
});
