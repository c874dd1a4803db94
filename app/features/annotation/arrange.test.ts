import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrange, type Opened, type Row, rowsBetween, wouldMove } from "./arrange.ts";
import { CHIP_HEIGHT, DRIFT } from "./margin-folds.ts";
import { GAP, type Item } from "./margin-solver.ts";

const item = (id: string, anchor: number, height = 100): Item => ({ id, anchor, height });
const crowd = (count: number, anchor: number, prefix = "") =>
  Array.from({ length: count }, (_, i) => item(`${prefix}${i}`, anchor));
const pinned = (id: string): Opened => ({ id, isPinned: true });
const show = (rows: readonly Row[]) =>
  rows.map(({ id, top, notes }) => `${id}@${Math.round(top)}${notes ? `+${notes.length}` : ""}`);
const foldedIn = (rows: readonly Row[]) => rows.flatMap(({ notes }) => notes ?? []);

describe("arrange", () => {
  it.each<[string, Item[], Opened, string[]]>([
    ["cards at their lines", [item("a", 0), item("b", 300)], null, ["a@0", "b@300"]],
    ["the pinned card at its line", [item("a", 200), item("b", 200)], pinned("b"), ["a@88", "b@200"]],
    [
      "what has room above the pinned card goes up from it",
      [item("a", 180), item("b", 200), item("c", 220), item("d", 560)],
      pinned("d"),
      ["a@88", "b@200", "c@312", "d@560"],
    ],
    [
      "only what would leave the page is folded",
      [item("a", 0), item("b", 10), item("c", 160), item("d", 270)],
      pinned("d"),
      ["fold:a@6+1", "b@46", "c@158", "d@270"],
    ],
    [
      "a chip without room takes in the next card, and stands as near to its line as it can",
      [item("a", 0), item("b", 10), item("c", 160), item("d", 250)],
      pinned("d"),
      ["fold:a@72+2", "c@138", "d@250"],
    ],
    [
      "a chip with no room at all stands above the margin",
      [item("a", 0), item("b", 4)],
      pinned("b"),
      [`fold:a@${4 - GAP - CHIP_HEIGHT}+1`, "b@4"],
    ],
    [
      "an open note on the whole text stands where it finds room",
      [item("a", 0), item("b", 0), item("c", 0)],
      { id: "c", isPinned: false },
      ["a@0", "b@112", "c@224"],
    ],
    ["a pin that is not there", [item("a", 5)], pinned("x"), ["a@5"]],
  ])("%s", (_, items, opened, expected) => {
    expect(show(arrange(items, opened))).toEqual(expected);
  });

  it("shows a seminar's margin whole: 29 cards, crowded at the beginning", () => {
    const items = Array.from({ length: 29 }, (_, i) =>
      item(String(i), 45 * i + (i > 10 ? 700 : 0) + (i > 18 ? 900 : 0), 110),
    );
    expect(foldedIn(arrange(items, null))).toEqual([]);
  });

  it("folds the fewest of a crowd on one line", () => {
    // Both sides of the line have room for a screen of cards.
    const fitting = Math.floor((2 * DRIFT) / (100 + GAP)) + 1;
    expect(foldedIn(arrange(crowd(fitting, 2_000), null))).toEqual([]);
    expect(foldedIn(arrange(crowd(fitting + 3, 2_000), null))).toHaveLength(3);
  });

  it("comes back to the lines after a great crowd", () => {
    const rows = arrange([...crowd(200, 1_000), item("after", 1_000 + 3 * DRIFT)], null);
    expect(rows.at(-1)).toMatchObject({ id: "after", top: 1_000 + 3 * DRIFT });
  });

  it("shows an open note on the whole text in any crowd", () => {
    expect(show(arrange(crowd(30, 0), { id: "20", isPinned: false })).join()).toContain(",20@");
  });

  const margins = fc
    .array(fc.tuple(fc.nat(4_000), fc.integer({ min: 40, max: 400 })), { maxLength: 80 })
    .map((cards) => cards.sort((a, b) => a[0] - b[0]).map(([anchor, height], i) => item(String(i), anchor, height)));

  it("never overlaps, loses no note, leaves none far from its line, and pins exactly", () => {
    fc.assert(
      fc.property(margins, fc.option(fc.nat(79)), (items, pin) => {
        const opened = pin === null ? null : pinned(String(pin));
        const rows = arrange(items, opened);
        expect(rows.flatMap(({ id, notes }) => notes ?? [id])).toEqual(items.map(({ id }) => id));
        rows.forEach(({ id, top, height, notes }, i) => {
          const next = rows[i + 1];
          if (next !== undefined) expect(next.top - top).toBeGreaterThanOrEqual(height + GAP - 1e-6);
          const anchor = items.find((one) => one.id === id)?.anchor ?? 0;
          if (notes === null) expect(Math.abs(top - anchor)).toBeLessThanOrEqual(DRIFT + 1e-6);
          if (id === opened?.id) expect(top).toBeCloseTo(anchor, 6);
          else if (notes === null) expect(top).toBeGreaterThanOrEqual(-1e-6);
        });
      }),
    );
  });
});

describe("wouldMove", () => {
  const seen = { top: 0, bottom: 500 };
  const before = arrange([item("a", 100), item("b", 300), item("far", 2000)], null);
  it.each([
    ["a card below the view", [item("a", 100), item("b", 300), item("new", 900), item("far", 2000)], false],
    ["a card that pushes one in view", [item("a", 100), item("new", 120), item("b", 300), item("far", 2000)], true],
    [
      "a card that pushes one out of view",
      [item("a", 100), item("b", 300), item("new", 1990), item("far", 2000)],
      false,
    ],
  ])("%s", (_, items, expected) => {
    expect(wouldMove(before, arrange(items, null), seen)).toBe(expected);
  });

  it("a card that folds one in view away", () => {
    const [first, last] = [item("first", 100), item("last", 300)];
    const pressed = [first, ...crowd(20, 100), last];
    expect(foldedIn(arrange(pressed, pinned("last")))).toContain("first");
    expect(wouldMove(arrange([first, last], pinned("last")), arrange(pressed, pinned("last")), seen)).toBe(true);
  });

  it("rowsBetween takes those that touch the stretch", () => {
    expect(rowsBetween(before, 150, 299).map(({ id }) => id)).toEqual(["a"]);
  });
});
