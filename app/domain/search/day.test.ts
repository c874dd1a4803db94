import { expect, it } from "vitest";
import { beginningOf, isDay } from "./day.ts";

it.each([
  ["2026", true],
  ["2026-11", true],
  ["2026-11-24", true],
  ["2024-02-29", true],
  ["2026-02-29", false],
  ["2026-13", false],
  ["0026", false],
  ["26", false],
  ["2026-1-1", false],
  ["", false],
])("%j is a day: %s", (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

it.each([
  ["2026-11-24", "UTC", "2026-11-24T00:00:00Z"],
  ["2026-11", "Europe/Berlin", "2026-10-31T23:00:00Z"],
  ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00Z"],
  ["2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00Z"],
  ["2026", "America/St_Johns", "2026-01-01T03:30:00Z"],
  ["2026-07-01", "Asia/Kathmandu", "2026-06-30T18:15:00Z"],
])("%s in %s begins at %s", (day, zone, moment) => {
  expect(new Date(beginningOf(day, zone)).toISOString()).toBe(new Date(moment).toISOString());
});
