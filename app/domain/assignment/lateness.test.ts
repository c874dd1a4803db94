import { describe, expect, it } from "vitest";
import { momentIn } from "../time/zoned.ts";
import { barOf, lateBy, penaltyOf, timesFor } from "./lateness.ts";
import type { Extension, LatePolicy, Times } from "./times.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const times: Times = { zone: "UTC", opensAt: 10 * DAY, dueAt: 20 * DAY, closesAt: 22 * DAY };
const more = (kind: "member" | "section", id: string, dueAt: number, closesAt: number | null = null): Extension => ({
  ...{ id: `${kind} ${id}`, for: { kind, id }, dueAt, closesAt },
});
const ada = { member: "ada", section: "s1" };

describe("the times that hold", () => {
  it.each<[string, readonly Extension[], number, number | null]>([
    ["are those that were set", [], 20, 22],
    ["are later for a member", [more("member", "ada", 25 * DAY)], 25, 25],
    ["shut when the extension says", [more("member", "ada", 21 * DAY, 30 * DAY)], 21, 30],
    ["never come before those that were set", [more("member", "ada", 5 * DAY)], 20, 22],
    [
      "are the latest of member and section",
      [more("member", "ada", 23 * DAY), more("section", "s1", 24 * DAY)],
      24,
      24,
    ],
    ["are not those of others", [more("member", "ben", 25 * DAY), more("section", "s2", 26 * DAY)], 20, 22],
  ])("%s", (_, extensions, due, closes) => {
    const { dueAt, closesAt } = timesFor(times, extensions, ada);
    expect([dueAt, closesAt]).toEqual([due * DAY, closes === null ? null : closes * DAY]);
  });

  it("never shut where nothing shuts", () => {
    expect(
      timesFor({ ...times, closesAt: null }, [more("member", "ada", 25 * DAY, 26 * DAY)], ada).closesAt,
    ).toBeNull();
  });

  it("bar before they begin and from the moment in which they shut", () => {
    expect([10 * DAY - 1, 10 * DAY, 22 * DAY - 1, 22 * DAY].map((now) => barOf(times, now))).toEqual([
      "not-open",
      null,
      null,
      "closed",
    ]);
  });
});

describe("coming late", () => {
  it("is counted from the due time on", () => {
    expect([20 * DAY, 20 * DAY + 1].map((at) => lateBy(times, at))).toEqual([0, 1]);
    expect(lateBy({ dueAt: null }, 99 * DAY)).toBe(0);
  });

  const perDay: LatePolicy = { grace: HOUR, penalty: { kind: "per-day", percent: 10, most: 35 } };
  it.each<[string, LatePolicy, number, number]>([
    ["costs nothing in time", perDay, 0, 0],
    ["costs nothing within the grace", perDay, HOUR, 0],
    ["costs a day begun", perDay, HOUR + 1, 0.1],
    ["costs a day to its end", perDay, DAY, 0.1],
    ["costs the second day from its beginning", perDay, DAY + 1, 0.2],
    ["costs no more than the most", perDay, 30 * DAY, 0.35],
    ["costs the same whenever", { grace: 0, penalty: { kind: "flat", percent: 20 } }, 5 * DAY, 0.2],
    ["costs nothing where nothing is taken off", { grace: 0, penalty: { kind: "none" } }, 5 * DAY, 0],
  ])("%s", (_, policy, late, share) => {
    expect(penaltyOf(policy, { at: 20 * DAY + late, late, zone: "UTC" })).toBeCloseTo(share);
  });

  // Clocks go forward in Berlin on 29 March 2026 and back on 25 October; in New York on 8 March and 1 November.
  it.each<[string, string, string, string, number]>([
    ["a day of 24 hours", "Europe/Berlin", "2026-06-10T23:59", "2026-06-11T23:59", 1],
    ["a minute more than that", "Europe/Berlin", "2026-06-10T23:59", "2026-06-12T00:00", 2],
    ["a day of 25 hours", "Europe/Berlin", "2026-10-24T23:59", "2026-10-25T23:59", 1],
    ["a minute more than 25 hours", "Europe/Berlin", "2026-10-24T23:59", "2026-10-26T00:00", 2],
    ["a day of 23 hours", "Europe/Berlin", "2026-03-28T23:59", "2026-03-29T23:59", 1],
    ["a minute more than 23 hours", "Europe/Berlin", "2026-03-28T23:59", "2026-03-30T00:00", 2],
    ["a week in which clocks go back", "America/New_York", "2026-10-28T18:00", "2026-11-04T18:00", 7],
    ["a week in which clocks go forward", "America/New_York", "2026-03-04T18:00", "2026-03-11T18:00", 7],
    ["a day where nothing is changed", "UTC", "2026-10-24T23:59", "2026-10-25T23:59", 1],
    ["a day with half an hour more", "Australia/Lord_Howe", "2026-04-04T12:00", "2026-04-05T12:00", 1],
    ["a day that a whole country left out", "Pacific/Apia", "2011-12-29T12:00", "2011-12-31T12:00", 1],
  ])("counts %s on the clock of the course", (_, zone, due, came, days) => {
    const [dueAt, at] = [momentIn(due, zone) ?? 0, momentIn(came, zone) ?? 0];
    const policy: LatePolicy = { grace: 0, penalty: { kind: "per-day", percent: 1, most: 100 } };
    expect(penaltyOf(policy, { at, late: lateBy({ dueAt }, at), zone })).toBeCloseTo(days / 100);
  });
});
