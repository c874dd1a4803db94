import { describe, expect, it } from "vitest";
import { parseMarkup } from "../markup/parse.ts";
import { freshnessOf, isStale, notesCited } from "./summary.ts";

const note = (id: string, more: Partial<Parameters<typeof freshnessOf>[1]> = {}) => ({
  ...{ id, version: 1, created: 5, isGone: false },
  ...more,
});
const root = note("root", { created: 1 });
const summary = { at: 10, cited: [{ note: "a", version: 1 }] };

const cases = [
  ["nothing has changed", [note("a"), note("b")], { known: 2, all: 2, changed: [], gone: [] }, false],
  [
    "somebody answered since",
    [note("a"), note("b", { created: 11 })],
    { known: 1, all: 2, changed: [], gone: [] },
    true,
  ],
  ["a cited note was changed", [note("a", { version: 2 })], { known: 1, all: 1, changed: ["a"], gone: [] }, true],
  [
    "another note was changed",
    [note("a"), note("b", { version: 3 })],
    { known: 2, all: 2, changed: [], gone: [] },
    false,
  ],
  ["a cited note was hidden", [note("a", { isGone: true })], { known: 0, all: 0, changed: [], gone: ["a"] }, true],
  ["a cited note is not there at all", [note("b")], { known: 1, all: 1, changed: [], gone: ["a"] }, true],
] as const;

describe("the freshness of a summary", () => {
  it.each(cases)("%s", (_, replies, expected, stale) => {
    const fresh = freshnessOf(summary, root, replies);
    expect(fresh).toEqual(expected);
    expect(isStale(fresh)).toBe(stale);
  });

  it("counts a cited first note as there", () => {
    expect(freshnessOf({ at: 10, cited: [{ note: "root", version: 1 }] }, root, []).gone).toEqual([]);
  });
});

describe("notes that a summary cites", () => {
  const [one, two] = ["01ARZ3NDEKTSV4RRFFQ69G5FAV", "01BX5ZZKBKACTAV9WEVGEMMVRZ"];

  it("are the links to notes, each once, wherever they stand", () => {
    const body = `See [Ada](note:${two}).\n\n> - **[Ben](/n/${one})** and [Ada](note:${two})\n\n[else](https://x.org)`;
    expect(notesCited(parseMarkup(body, { origin: "" }))).toEqual([two, one]);
  });

  it("are none in code", () => {
    expect(notesCited(parseMarkup(`\`[Ada](note:${one})\``, { origin: "" }))).toEqual([]);
  });
});
