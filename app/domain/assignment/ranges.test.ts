import fc from "fast-check";
import { expect, it } from "vitest";
import { rangesOf, sayRanges } from "./ranges.ts";

it.each([
  ["", []],
  ["12", [{ from: 12, to: 12 }]],
  [
    " 12; ¶3 – 7,",
    [
      { from: 3, to: 7 },
      { from: 12, to: 12 },
    ],
  ],
  ["3-5, 4-9, 10", [{ from: 3, to: 10 }]],
  ["0", null],
  ["7-3", null],
  ["three", null],
  ["3-", null],
])("reads %j", (typed, ranges) => {
  expect(rangesOf(typed)).toEqual(ranges);
});

it("reads what it says, and names the same paragraphs in whatever order", () => {
  const range = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 9 }));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 8 }), (pairs) => {
      const typed = pairs.map(([from, more]) => `${from}-${from + more}`).join(",");
      const ranges = rangesOf(typed) ?? [];
      expect(rangesOf(sayRanges(ranges))).toEqual(ranges);
      const numbers = ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, n) => from + n));
      const wanted = new Set(pairs.flatMap(([from, more]) => Array.from({ length: more + 1 }, (_, n) => from + n)));
      expect(numbers).toEqual([...wanted].sort((a, b) => a - b));
    }),
  );
});
