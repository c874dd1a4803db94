import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bounds, GAP, type Item, solve } from "./margin-solver.ts";

const item = (id: string, anchor: number, height = 100): Item => ({ id, anchor, height });
const free: Bounds = { low: 0, high: Number.POSITIVE_INFINITY };
const at = (height: number): Bounds => ({ low: height, high: height });

describe("solve", () => {
  it.each<[string, Item[], Bounds[], number[]]>([
    ["nothing", [], [], []],
    ["each at its line", [item("a", 0), item("b", 500)], [free, free], [0, 500]],
    ["two on one line share the distance", [item("a", 300), item("b", 300)], [free, free], [244, 356]],
    ["never above the top", [item("a", 10), item("b", 10)], [free, free], [0, 112]],
    [
      "a fixed one exactly at its line",
      [item("a", 300), item("b", 300), item("c", 300)],
      [free, at(300), free],
      [188, 300, 412],
    ],
    [
      "others go on standing at their lines",
      [item("a", 0), item("b", 400), item("c", 900)],
      [free, at(400), free],
      [0, 400, 900],
    ],
    [
      "those above a fixed one share what is left over it",
      [item("a", 100), item("b", 150), item("c", 400)],
      [free, free, at(400)],
      [69, 181, 400],
    ],
    ["a bound is kept", [item("a", 300), item("b", 300)], [free, { low: 0, high: 320 }], [208, 320]],
  ])("%s", (_, items, bounds, tops) => {
    expect(solve(items, bounds).map(Math.round)).toEqual(tops);
  });

  const margins = fc
    .array(fc.tuple(fc.nat(3_000), fc.integer({ min: 20, max: 400 })), { maxLength: 40 })
    .map((cards) => cards.sort((a, b) => a[0] - b[0]).map(([anchor, height], i) => item(String(i), anchor, height)));

  it("never overlaps, and stands exactly where it must", () => {
    fc.assert(
      fc.property(margins, fc.nat(39), (items, pin) => {
        const bounds = items.map(({ anchor }, i) => (i === pin ? at(anchor) : free));
        const tops = solve(items, bounds);
        tops.forEach((top, i) => {
          const next = tops[i + 1];
          if (next !== undefined) expect(next - top).toBeGreaterThanOrEqual((items[i]?.height ?? 0) + GAP - 1e-6);
        });
        if (items[pin] !== undefined) expect(tops[pin]).toBeCloseTo(items[pin].anchor, 6);
      }),
    );
  });

  it("is no further from the lines than stacking downwards", () => {
    const distance = (items: readonly Item[], tops: readonly number[]) =>
      items.reduce((sum, { anchor }, i) => sum + ((tops[i] ?? 0) - anchor) ** 2, 0);
    fc.assert(
      fc.property(margins, (items) => {
        let cursor = 0;
        const greedy = items.map(({ anchor, height }) => {
          const top = Math.max(anchor, cursor);
          cursor = top + height + GAP;
          return top;
        });
        const tops = solve(
          items,
          items.map(() => free),
        );
        expect(distance(items, tops)).toBeLessThanOrEqual(distance(items, greedy) + 1e-6);
      }),
    );
  });
});
