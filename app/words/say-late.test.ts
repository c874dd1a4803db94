import { describe, expect, it } from "vitest";
import type { LatePolicy } from "#app/domain/assignment/times.ts";
import { sayLate, sayLatePolicy } from "./say-late.ts";

const HOUR = 60 * 60 * 1000;
const say = (at: number) => `at ${at}`;
const policy = (late: LatePolicy, dueAt: number | null, closesAt: number | null) =>
  sayLatePolicy({ late, times: { zone: "UTC", opensAt: null, dueAt, closesAt } }, say);

describe("what coming late costs", () => {
  it.each<[string, LatePolicy, number | null, number | null, readonly string[]]>([
    ["nothing where nothing is due", { grace: 0, penalty: { kind: "flat", percent: 10 } }, null, null, []],
    ["only until when", { grace: 0, penalty: { kind: "none" } }, null, 9, ["Nothing is taken after at 9."]],
    ["nothing", { grace: HOUR, penalty: { kind: "none" } }, 1, null, ["Coming late takes nothing off."]],
    [
      "once",
      { grace: HOUR / 2, penalty: { kind: "flat", percent: 10 } },
      1,
      9,
      [
        "Coming late takes 10% off.",
        "Up to 30 minutes after the due time nothing is taken off.",
        "Nothing is taken after at 9.",
      ],
    ],
    [
      "by day",
      { grace: 2 * HOUR, penalty: { kind: "per-day", percent: 10, most: 50 } },
      1,
      null,
      [
        "Coming late takes 10% off for each day begun, 50% at most.",
        "Up to 2 hours after the due time nothing is taken off.",
      ],
    ],
  ])("is %s", (_, late, due, closes, sentences) => {
    expect(policy(late, due, closes)).toEqual(sentences);
  });

  it("is counted in hours and days begun", () => {
    expect([1, HOUR, HOUR + 1, 24 * HOUR, 24 * HOUR + 1].map(sayLate)).toEqual([
      "1 hour",
      "1 hour",
      "2 hours",
      "1 day",
      "2 days",
    ]);
  });
});
