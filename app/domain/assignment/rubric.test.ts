import { describe, expect, it } from "vitest";
import type { Scheme } from "./grade.ts";
import { rubricPoints, strangeLevels, suggestionOf } from "./rubric.ts";

const level = (id: string, points: number) => ({ id, title: id, points, descriptor: "" });
const criterion = (id: string) => ({ id, title: id, levels: [level("high", 4), level("mid", 2), level("low", 0)] });
const scheme = { kind: "points", points: 10, rubric: [criterion("a"), criterion("b")] } as const satisfies Scheme;
const plain = { ...scheme, rubric: [] } as const satisfies Scheme;

describe("rubric points", () => {
  it.each([
    [{ a: "high", b: "high" }, 10],
    [{ a: "high", b: "mid" }, 7.5],
    [{ a: "low", b: "low" }, 0],
    [{ a: "high" }, null],
    [{ a: "high", b: "none of them" }, null],
  ])("of %o are %s", (chosen, points) => expect(rubricPoints(scheme, chosen as Record<string, string>)).toBe(points));

  it("are none without criteria, and where nothing can be reached", () => {
    expect(rubricPoints(plain, {})).toBe(null);
    expect(rubricPoints({ ...scheme, rubric: [{ id: "a", title: "", levels: [level("x", 0)] }] }, { a: "x" })).toBe(
      null,
    );
  });
});

it("names criteria and levels that the rubric does not have", () => {
  expect(strangeLevels(scheme, { a: "high", b: "top", c: "high" })).toEqual(["b", "c"]);
  expect(strangeLevels({ kind: "complete" }, { a: "high" })).toEqual(["a"]);
});

describe("what is suggested", () => {
  it.each([
    [plain, { byRules: 8, levels: {}, share: 0 }, { from: "rules", reached: 8, penalty: 0, points: 8 }],
    [plain, { byRules: 8, levels: {}, share: 0.25 }, { from: "rules", reached: 8, penalty: 2, points: 6 }],
    [scheme, { byRules: 8, levels: { a: "high" }, share: 0 }, { from: "rules", reached: 8, penalty: 0, points: 8 }],
    [
      scheme,
      { byRules: 8, levels: { a: "mid", b: "mid" }, share: 0.1 },
      { from: "rubric", reached: 5, penalty: 0.5, points: 4.5 },
    ],
    [
      { kind: "complete" } as const,
      { byRules: 1, levels: {}, share: 0.5 },
      { from: "rules", reached: 1, penalty: 0, points: 1 },
    ],
    [plain, { byRules: null, levels: {}, share: 0.5 }, { from: "rules", reached: null, penalty: 0, points: null }],
  ])("by %o from %o", (by, from, said) => expect(suggestionOf(by, from)).toEqual(said));
});
