import { describe, expect, it } from "vitest";
import { lastMondayMorning, lastMorning } from "./rhythm.ts";

const HOUR = 3_600_000;

const at = (iso: string): number => Date.parse(iso);
const said = (time: number): string => new Date(time).toISOString();

describe("lastMorning", () => {
  it.each([
    ["the second itself", "Europe/Berlin", "2026-01-15T06:00:00Z", "2026-01-15T06:00:00Z"],
    ["a millisecond before", "Europe/Berlin", "2026-01-15T05:59:59.999Z", "2026-01-14T06:00:00Z"],
    ["late in the day", "Europe/Berlin", "2026-01-15T22:59:00Z", "2026-01-15T06:00:00Z"],
    ["after midnight", "Europe/Berlin", "2026-01-15T23:30:00Z", "2026-01-15T06:00:00Z"],
    ["the day on which clocks go forward", "Europe/Berlin", "2026-03-29T12:00:00Z", "2026-03-29T05:00:00Z"],
    [
      "an hour before it, by the clock of the day before",
      "Europe/Berlin",
      "2026-03-29T04:30:00Z",
      "2026-03-28T06:00:00Z",
    ],
    ["the day on which clocks go back", "Europe/Berlin", "2026-10-25T12:00:00Z", "2026-10-25T06:00:00Z"],
    [
      "an hour before it, by the clock of the day before",
      "Europe/Berlin",
      "2026-10-25T05:30:00Z",
      "2026-10-24T05:00:00Z",
    ],
    ["the other side of the world", "Pacific/Auckland", "2026-04-05T00:00:00Z", "2026-04-04T19:00:00Z"],
    ["a zone with half an hour", "Australia/Lord_Howe", "2026-04-05T03:00:00Z", "2026-04-04T20:30:00Z"],
    ["a zone with three quarters", "Asia/Kathmandu", "2026-07-01T01:15:00Z", "2026-07-01T01:15:00Z"],
    ["far west", "Pacific/Pago_Pago", "2026-07-01T00:00:00Z", "2026-06-30T18:00:00Z"],
    ["far east", "Pacific/Kiritimati", "2026-07-01T00:00:00Z", "2026-06-30T17:00:00Z"],
    ["a zone that nobody knows, as UTC", "Mars/Olympus", "2026-07-01T08:00:00Z", "2026-07-01T07:00:00Z"],
    ["the turn of the year", "America/New_York", "2027-01-01T11:00:00Z", "2026-12-31T12:00:00Z"],
  ])("%s (%s)", (_, zone, now, morning) => {
    expect(said(lastMorning(at(now), zone))).toBe(said(at(morning)));
  });

  it("comes once on each day of a year, also where clocks change at midnight", () => {
    for (const zone of ["Europe/Berlin", "America/Santiago", "Africa/Cairo", "Pacific/Apia"]) {
      const mornings = new Set<number>();
      const start = at("2026-01-01T12:00:00Z");
      for (let hour = 0; hour < 365 * 24; hour += 2) mornings.add(lastMorning(start + hour * HOUR, zone));
      // The first may be that of the day before.
      expect([365, 366]).toContain(mornings.size);
      const days = [...mornings].map((time) => new Date(time).toLocaleTimeString("en-GB", { timeZone: zone }));
      expect(new Set(days)).toEqual(new Set(["07:00:00"]));
    }
  });
});

describe("lastMondayMorning", () => {
  it.each([
    ["Monday, the second itself", "2026-03-30T05:00:00Z", "2026-03-30T05:00:00Z"],
    ["Monday before seven: last week’s, by the old clock", "2026-03-30T04:59:00Z", "2026-03-23T06:00:00Z"],
    ["Sunday", "2026-03-29T20:00:00Z", "2026-03-23T06:00:00Z"],
    ["Thursday", "2026-04-02T08:00:00Z", "2026-03-30T05:00:00Z"],
  ])("%s", (_, now, morning) => {
    expect(said(lastMondayMorning(at(now), "Europe/Berlin"))).toBe(said(at(morning)));
  });
});
