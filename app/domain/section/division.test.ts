import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divide, meetings, metIn, sizesFor } from "./divide.ts";
import { movesBetween, seatFor, withoutSilent } from "./rearrange.ts";

const nobody = metIn([]);
const class_ = (n: number) => Array.from({ length: n }, (_, i) => `m${String(i).padStart(3, "0")}`);
const aim = (size: number, seed = 1) => ({ size, seed, met: nobody });

const sizes = [
  ["nobody", 0, 4, []],
  ["one person", 1, 4, [1]],
  ["two people", 2, 1, [2]],
  ["nobody is left alone", 3, 2, [3]],
  ["no section of one beside full ones", 9, 4, [3, 3, 3]],
  ["as even as it goes", 41, 6, [6, 6, 6, 6, 6, 6, 5]],
  ["a size above the class", 5, 20, [5]],
  ["pairs", 7, 2, [3, 2, 2]],
] as const;

describe("sizes of sections", () => {
  it.each(sizes)("%s", (_, people, size, expected) => {
    expect(people === 0 ? [] : sizesFor(people, size)).toEqual(expected);
    expect(divide(class_(people), aim(size)).map((section) => section.length)).toEqual(expected);
  });
});

describe("a division", () => {
  const runs = { numRuns: Number(process.env.RUNS ?? 60) };

  it("seats everybody once, in sizes that differ by at most one, and nobody alone", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 80 }), fc.integer({ min: 2, max: 12 }), fc.nat(), (n, size, seed) => {
        const sections = divide(class_(n), aim(size, seed));
        expect(sections.flat().sort()).toEqual(class_(n));
        const lengths = sections.map((section) => section.length);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
        expect(Math.min(...lengths)).toBeGreaterThan(1);
      }),
      runs,
    );
  });

  it("is the same for the same seed, in whatever order the people come", () => {
    const people = class_(23);
    expect(divide([...people].reverse(), aim(5, 9))).toEqual(divide(people, aim(5, 9)));
    expect(divide(people, aim(5, 10))).not.toEqual(divide(people, aim(5, 9)));
  });

  it("lets nobody meet again while that can be avoided", () => {
    const people = class_(25);
    const past: (readonly string[])[] = [];
    for (let text = 0; text < 4; text += 1) {
      const sections = divide(people, { size: 5, seed: text, met: metIn(past) });
      expect(meetings(sections, metIn(past))).toBeLessThanOrEqual(text < 2 ? 0 : 6);
      past.push(...sections);
    }
  });

  it("counts each pair as often as it met", () => {
    const met = metIn([
      ["a", "b"],
      ["a", "b", "c"],
    ]);
    expect(meetings([["a", "b"]], met)).toBe(2);
    expect(meetings([["a", "c"], ["b"]], met)).toBe(1);
  });
});

describe("a change of a division", () => {
  const section = (id: string, members: readonly string[], notes = 0) => ({ id, members, notes });

  it.each([
    [
      "the smallest in which people write",
      [section("a", ["1", "2"], 5), section("b", ["3"]), section("c", ["4", "5", "6"], 9)],
      "a",
    ],
    ["the smallest where nobody writes yet", [section("a", ["1", "2"]), section("b", ["3"])], "b"],
    ["none without sections", [], null],
  ] as const)("seats who comes late in %s", (_, sections, expected) => {
    expect(seatFor(sections)).toBe(expected);
  });

  it("spreads a silent section over the others", () => {
    const before = [section("a", ["1", "2"], 3), section("b", ["3", "4", "5"]), section("c", ["6"], 1)];
    const after = withoutSilent(before, ({ notes }) => notes === 0);
    expect(after.map(({ id, members }) => [id, members])).toEqual([
      ["a", ["1", "2", "4"]],
      ["c", ["6", "3", "5"]],
    ]);
  });

  it("leaves a class alone in which nobody has written", () => {
    const before = [section("a", ["1"]), section("b", ["2"])];
    expect(withoutSilent(before, ({ notes }) => notes === 0)).toBe(before);
  });

  it("names who moves, who comes and who goes", () => {
    const before = [section("a", ["1", "2"]), section("b", ["3"])];
    const after = [section("a", ["1", "4"]), section("b", ["2"])];
    expect(movesBetween(before, after)).toEqual([
      { member: "4", from: null, to: "a" },
      { member: "2", from: "a", to: "b" },
      { member: "3", from: "b", to: null },
    ]);
  });
});
