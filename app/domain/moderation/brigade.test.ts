import { describe, expect, it } from "vitest";
import {
  countedOnce,
  crowdsOf,
  HOLD_SCORE,
  type HoldFacts,
  type Origin,
  reportsHold,
  reportWeight,
} from "./brigade.ts";

const HOUR = 60 * 60 * 1000;
const account = (member: string, hour: number, ...marks: number[]): Origin => ({
  member,
  createdAt: hour * HOUR + 1,
  marks,
});

describe("crowds", () => {
  it.each([
    ["strangers", [account("a", 1, 10), account("b", 3, 20), account("c", 5)], 3],
    ["the same hour of sign-up", [account("a", 1), account("b", 1), account("c", 2)], 2],
    ["the same address", [account("a", 1, 10), account("b", 3, 20, 10), account("c", 5, 30)], 2],
    ["linked by a third", [account("a", 1, 10), account("b", 3, 20), account("c", 1, 20)], 1],
    [
      "two crowds that a later one joins",
      [account("a", 1), account("b", 1), account("c", 2), account("d", 2, 7), account("e", 1, 7)],
      1,
    ],
  ])("%s", (_, origins, many) => {
    expect(new Set(crowdsOf(origins).values()).size).toBe(many);
  });

  it("count once, with their weightiest", () => {
    const reports = [
      { id: "1", reporter: "a", weight: 1 },
      { id: "2", reporter: "b", weight: 2 },
      { id: "3", reporter: "c", weight: 1 },
    ];
    const crowds = crowdsOf([account("a", 1), account("b", 1), account("c", 9)]);
    expect([...countedOnce(reports, crowds).values()]).toEqual([0, 2, 1]);
  });
});

describe("an automatic hold", () => {
  const facts: HoldFacts = { weights: [1.5, 1.5, 1.5], authorIsStaff: false, isApproved: false, holdsBefore: 0 };
  it.each([
    ["three unrelated reporters of an attack", {}, true],
    ["of staff's words", { authorIsStaff: true }, false],
    ["two, however weighty", { weights: [6, 6] }, false],
    ["three of whom two count together", { weights: [6, 6, 0] }, false],
    ["below the score", { weights: [1, 1, HOLD_SCORE - 2.1] }, false],
    ["of approved words at the simple score", { isApproved: true }, false],
    ["of approved words at twice the score", { isApproved: true, weights: [3, 3, 3] }, true],
    ["again, before anybody looked", { holdsBefore: 1, weights: [9, 9, 9] }, false],
    ["again, after a moderator disagreed", { holdsBefore: 1, isApproved: true, weights: [3, 3, 3] }, true],
    ["a third time", { holdsBefore: 2, isApproved: true, weights: [9, 9, 9] }, false],
  ])("%s", (_, given, holds) => {
    expect(reportsHold({ ...facts, ...given })).toBe(holds);
  });

  it("needs three who never reported before for an attack, and more for spam", () => {
    const three = (weight: number) => reportsHold({ ...facts, weights: [weight, weight, weight] });
    expect([three(reportWeight("attack", 0.5)), three(reportWeight("spam", 0.5))]).toEqual([true, false]);
  });
});
