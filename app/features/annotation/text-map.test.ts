import { describe, expect, it } from "vitest";
import { covering, indexIntervals, overlapping } from "./intervals.ts";
import { layersOf, type Marked } from "./layers.ts";
import { placeOf } from "./text-map.ts";

describe("placeOf", () => {
  // "The wall" · "\n" (a br) · "stands"
  const runs = [
    { node: "a", start: 0, length: 4 },
    { node: "b", start: 4, length: 4 },
    { node: "c", start: 9, length: 6 },
  ];
  it.each([
    [0, "start", "a:0"],
    [2, "start", "a:2"],
    [4, "start", "b:0"],
    [4, "end", "a:4"],
    [8, "start", "c:0"],
    [8, "end", "b:4"],
    [9, "end", "b:4"],
    [9, "start", "c:0"],
    [15, "end", "c:6"],
    [99, "end", "c:6"],
    [-3, "start", "a:0"],
  ] as const)("%i, %s", (offset, hug, expected) => {
    const place = placeOf(runs, offset, hug);
    expect(`${place?.node}:${place?.offset}`).toBe(expected);
  });

  it("finds nothing in an empty text", () => {
    expect(placeOf([], 0, "start")).toBeNull();
  });
});

const mark = (id: string, start: number, end: number, colour: Marked["colour"] = "amber") => ({
  id,
  start,
  end,
  colour,
});

describe("intervals", () => {
  const index = indexIntervals([mark("long", 0, 100), mark("a", 10, 20), mark("b", 15, 30), mark("c", 40, 41)]);
  const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id).join(" ");

  it.each([
    [5, "long"],
    [15, "a b long"],
    [20, "b long"],
    [40, "c long"],
    [99, "long"],
    [100, ""],
  ])("over %i: %s", (offset, expected) => {
    expect(ids(covering(index, offset))).toBe(expected);
  });

  it.each([
    [0, 10, "long"],
    [19, 41, "long a b c"],
    [100, 200, ""],
  ])("within %i–%i: %s", (start, end, expected) => {
    expect(ids(overlapping(index, start, end))).toBe(expected);
  });
});

describe("layersOf", () => {
  const show = (marks: readonly Marked[], from = 0, to = 100) =>
    layersOf(marks, from, to).map(({ start, end, colour, depth }) => `${start}-${end} ${colour} ${depth}`);

  it.each([
    ["one", [mark("a", 5, 10)], ["5-10 amber 1"]],
    ["nested", [mark("a", 0, 30), mark("b", 10, 20, "blue")], ["0-10 amber 1", "10-20 blue 2", "20-30 amber 1"]],
    ["overlapping", [mark("a", 0, 20), mark("b", 10, 30, "rose")], ["0-10 amber 1", "10-20 rose 2", "20-30 rose 1"]],
    ["side by side in one look", [mark("a", 0, 10), mark("b", 10, 20)], ["0-20 amber 1"]],
    [
      "the same passage four times",
      [mark("a", 0, 9), mark("b", 0, 9), mark("c", 0, 9), mark("d", 0, 9)],
      ["0-9 amber 3"],
    ],
    ["nothing", [], []],
  ])("%s", (_, marks, expected) => {
    expect(show(marks)).toEqual(expected);
  });

  it("cuts at the window", () => {
    expect(show([mark("a", 0, 100)], 40, 60)).toEqual(["40-60 amber 1"]);
  });
});
