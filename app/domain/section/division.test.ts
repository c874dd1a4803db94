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

  it("lets nobody meet again in a small class where there is any way to avoid it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 8 }), fc.integer({ min: 2, max: 3 }), fc.nat(), (n, size, seed) => {
        const people = class_(n);
        const past: (readonly string[])[] = [];
        for (let text = 0; text < n; text += 1) {
          const met = metIn(past);
          const sections = divide(people, { size, seed: seed + text, met });
          expect(meetings(sections, met) === 0).toBe(canAvoid(people, sizesFor(n, size), met));
          past.push(...sections);
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 25) },
    );
  });

  it("gives pairs other partners for as many texts as there are others", () => {
    const people = class_(10);
    const past: (readonly string[])[] = [];
    for (let text = 0; text < 7; text += 1) {
      const sections = divide(people, { size: 2, seed: text, met: metIn(past) });
      expect(meetings(sections, metIn(past))).toBe(0);
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

/** Whether there is a division of strangers, by trying all of them. */
function canAvoid(
  people: readonly string[],
  [size, ...sizes]: readonly number[],
  met: ReturnType<typeof metIn>,
): boolean {
  if (size === undefined) return true;
  return subsetsOf(people, size).some(
    (section) =>
      meetings([section], met) === 0 &&
      canAvoid(
        people.filter((one) => !section.includes(one)),
        sizes,
        met,
      ),
  );
}

function subsetsOf(people: readonly string[], size: number): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return people.flatMap((first, i) => subsetsOf(people.slice(i + 1), size - 1).map((rest) => [first, ...rest]));
}

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

  it("leaves nobody alone and loses nobody, and whoever writes with others stays with them", () => {
    const some = fc.array(fc.record({ size: fc.integer({ min: 0, max: 5 }), isSilent: fc.boolean() }), {
      maxLength: 7,
    });
    fc.assert(
      fc.property(some, (shape) => {
        let next = 0;
        const before = shape.map(({ size, isSilent }, id) => {
          const members = Array.from({ length: size }, () => `m${String(next++).padStart(3, "0")}`);
          return section(`s${id}`, members, isSilent ? 0 : 1);
        });
        const after = withoutSilent(before, ({ notes }) => notes === 0);
        expect(after.flatMap(({ members }) => members).sort()).toEqual(before.flatMap(({ members }) => members).sort());
        if (after === before) return;
        const people = before.flatMap(({ members }) => members).length;
        for (const { id, members } of after) {
          if (people > 1) expect(members.length).not.toBe(1);
          const own = before.find((one) => one.id === id)?.members ?? [];
          expect(members.slice(0, own.length)).toEqual(own);
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 200) },
    );
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
