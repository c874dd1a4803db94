import fc from "fast-check";
import { expect, it } from "vitest";
import { medianOf, statisticsOf } from "./statistics.ts";

it("says mean, median and ends", () => {
  expect(statisticsOf([10, 4, 7, 5], 10)).toMatchObject({ n: 4, mean: 6.5, median: 6, least: 4, most: 10 });
  expect([medianOf([]), medianOf([3]), medianOf([1, 2, 9])]).toEqual([0, 3, 2]);
});

it("is none without grades or without points", () => {
  expect([statisticsOf([], 10), statisticsOf([0], 0)]).toEqual([null, null]);
});

it("puts each into its tenth, the most into the last", () => {
  const { bins = [] } = statisticsOf([0, 0.3, 0.6, 1, 2.999, 3], 3) ?? {};
  expect(bins.map(({ count }) => count)).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0, 2]);
  expect(bins[9]).toMatchObject({ from: 2.7, to: 3 });
});

it("counts everybody once, above and below what can be reached, too", () => {
  const points = fc.array(fc.double({ min: -1, max: 30, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(points, fc.integer({ min: 1, max: 20 }), (given, of) => {
      const { bins = [] } = statisticsOf(given, of) ?? {};
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(given.length);
    }),
  );
});
