import { describe, expect, it } from "vitest";
import { momentIn, typedIn } from "./zoned.ts";

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
