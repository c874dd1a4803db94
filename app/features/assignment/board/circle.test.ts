import { expect, it } from "vitest";
import { arc, spotsOn } from "./circle.ts";

it("begins above and goes round by the clock", () => {
  expect(spotsOn(10, 4).map(({ x, y }) => [x, y])).toEqual([
    [0, -10],
    [10, 0],
    [0, 10],
    [-10, 0],
  ]);
});

it("bends there and back to different sides, and ends before its goal", () => {
  const [a, b] = spotsOn(10, 2);
  if (a === undefined || b === undefined) throw new Error("two spots");
  expect(arc(a, b, 0)).toBe("M0 -10 Q-2.86 0 0 10");
  expect(arc(b, a, 0)).toBe("M0 10 Q2.86 0 0 -10");
  const end = arc(a, b, 3).split(" ").slice(-2).map(Number);
  expect(Math.hypot((end[0] ?? 0) - b.x, (end[1] ?? 0) - b.y)).toBeCloseTo(3, 1);
});
