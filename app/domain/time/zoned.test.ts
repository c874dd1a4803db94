import { describe, expect, it } from "vitest";
import { isZone, momentIn, typedIn } from "./zoned.ts";

const cases = [
  ["winter", "2026-01-15T12:00", "Europe/Berlin", "2026-01-15T11:00:00.000Z"],
  ["summer", "2026-07-15T12:00", "Europe/Berlin", "2026-07-15T10:00:00.000Z"],
  ["an hour that is there twice", "2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
  ["an hour that is left out", "2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
  ["half hours", "2026-01-15T12:00", "Asia/Kolkata", "2026-01-15T06:30:00.000Z"],
  ["the other side of the date line", "2026-01-01T00:30", "Pacific/Auckland", "2025-12-31T11:30:00.000Z"],
] as const;

describe("a moment where somebody lives", () => {
  it.each(cases)("%s", (_, typed, zone, moment) => {
    expect(new Date(momentIn(typed, zone) ?? 0).toISOString()).toBe(moment);
  });

  it.each(cases.filter(([name]) => name !== "an hour that is left out"))(
    "comes back as typed: %s",
    (_, typed, zone) => {
      expect(typedIn(momentIn(typed, zone), zone)).toBe(typed);
    },
  );

  it.each(["", "tomorrow", "2026-01-15", "1764151200000"])("is none in %j", (typed) => {
    expect(momentIn(typed, "UTC")).toBeNull();
  });
});

const utc = (said: string) => Date.parse(said);

describe("wall-clock times of a course", () => {
  it.each([
    ["2026-01-15T09:30", "Europe/Berlin", "2026-01-15T08:30Z", "winter"],
    ["2026-07-15T09:30", "Europe/Berlin", "2026-07-15T07:30Z", "summer"],
    ["2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30Z", "jumped over: half past three"],
    ["2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30Z", "twice: the first"],
    ["2026-10-25T03:00", "Europe/Berlin", "2026-10-25T02:00Z", "after it came twice"],
    ["2026-03-08T02:15", "America/New_York", "2026-03-08T07:15Z", "jumped over there"],
    ["2026-11-01T01:15", "America/New_York", "2026-11-01T05:15Z", "twice there"],
    ["2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45Z", "half an hour of summer, twice: the first"],
    ["2026-06-01T00:00", "Asia/Kathmandu", "2026-05-31T18:15Z", "a quarter of an hour"],
    ["2026-12-31T23:59", "Pacific/Kiritimati", "2026-12-31T09:59Z", "the first of all"],
    ["2028-02-29T12:00", "UTC", "2028-02-29T12:00Z", "a leap day"],
  ])("%s in %s is %s (%s)", (wall, zone, moment) => {
    expect(momentIn(wall, zone)).toBe(utc(moment));
  });

  it.each(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"])(
    "come back as they were through a year in %s",
    (zone) => {
      for (let at = utc("2026-01-01T00:00Z"); at < utc("2027-01-01T00:00Z"); at += 37 * 60 * 60 * 1000) {
        const wall = typedIn(at, zone);
        expect(typedIn(momentIn(wall, zone) ?? 0, zone)).toBe(wall);
      }
    },
  );

  it.each([
    "",
    "tomorrow",
    "2026-02-30T10:00",
    "2026-13-01T10:00",
    "2026-01-01",
    "2026-01-01T24:00",
    "2026-01-01T10:00Z",
  ])("%j is none", (wall) => {
    expect(momentIn(wall, "UTC")).toBeNull();
  });

  it("zones have names", () => {
    expect(["Europe/Warsaw", "UTC", "Mars/Olympus", ""].map(isZone)).toEqual([true, true, false, false]);
  });
});
