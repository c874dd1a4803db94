import { describe, expect, it } from "vitest";
import { column, linesOn, run, said } from "#server/import/test-runs.ts";

const left = [
  "The wall was built from",
  "stones that nobody had",
  "counted, in a year that",
  "nobody wrote down, by a",
  "town that is forgotten.",
];
const right = [
  "It stands there still in",
  "the rain. Whoever comes",
  "along it hears the other",
  "side, and does not know",
  "who speaks behind it.",
];
const wide = "A sentence that is wider than one column and reaches across both of them";

describe("the lines of a page", () => {
  it.each([
    ["whose lines stand at one height", 100],
    ["whose lines stand at other heights", 105],
  ])("are those of one column and then the other, %s", (_, base) => {
    expect(said(linesOn([...column(left, 50, 100), ...column(right, 190, base)]))).toEqual([...left, ...right]);
  });

  it("are those across both columns before what stands below them", () => {
    const page = [run(wide, 50, 80), ...column(left, 50, 100), ...column(right, 190, 100), run(wide, 50, 170)];
    expect(said(linesOn(page))).toEqual([wide, ...left, ...right, wide]);
  });

  it("are read across where one side has only numbers", () => {
    const page = [...column(left, 50, 100), ...column(["5", "10", "15", "20", "25"], 220, 100)];
    expect(said(linesOn(page))[0]).toBe("The wall was built from 5");
  });

  it("are read across in a small table", () => {
    const page = [...column(left.slice(0, 3), 50, 100), ...column(right.slice(0, 3), 190, 100)];
    expect(said(linesOn(page))[0]).toBe(`${left[0]} ${right[0]}`);
  });

  it("have their right column first where the text runs so", () => {
    const rtl = { isRtl: true };
    const page = [...column(left, 50, 100, rtl), ...column(right, 190, 100, rtl)];
    expect(said(linesOn(page))).toEqual([...right, ...left]);
  });
});

describe("a line", () => {
  it("is put together from what stands beside each other", () => {
    expect(said(linesOn([run("wall", 80, 100), run("The", 50, 100.4), run(".", 100, 100)]))).toEqual(["The wall."]);
  });

  it("tells marks above it from its words", () => {
    const [line] = linesOn([run("It is high", 50, 100), run("3", 100, 96, { size: 6 }), run("now", 108, 100)]);
    expect(line?.parts).toEqual([
      { kind: "words", text: "It is high" },
      { kind: "raised", text: "3" },
      { kind: "words", text: " now" },
    ]);
  });

  it("runs from right to left where its letters do", () => {
    expect(said(linesOn([run("one", 80, 100, { isRtl: true }), run("two", 50, 100, { isRtl: true })]))).toEqual([
      "one two",
    ]);
  });
});
