import { describe, expect, it } from "vitest";
import { sayTime, type TimeForm } from "./time.tsx";

const now = Date.UTC(2026, 10, 23, 12, 0);
const minute = 60_000;

const cases: readonly (readonly [TimeForm, number, string, string])[] = [
  ["ago", now - 20_000, "UTC", "just now"],
  ["ago", now + 5_000, "UTC", "just now"],
  ["ago", now - 38 * minute, "UTC", "38 min"],
  ["ago", now - 119 * minute, "UTC", "1 h"],
  ["ago", now - 25 * 60 * minute, "UTC", "yesterday"],
  ["ago", now - 4 * 24 * 60 * minute, "UTC", "4 d"],
  ["ago", Date.UTC(2026, 10, 5, 9), "UTC", "5 Nov"],
  ["date", Date.UTC(2024, 1, 29, 9), "UTC", "29 Feb 2024"],
  ["date", Date.UTC(2026, 10, 22, 23, 30), "Asia/Tokyo", "23 Nov"],
  ["moment", Date.UTC(2026, 10, 22, 23, 30), "Europe/Berlin", "23 Nov, 00:30"],
];

describe("sayTime", () => {
  it.each(cases)("%s of %d in %s is %s", (form, at, zone, words) => {
    expect(sayTime(at, form, { zone, now })).toBe(words);
  });
});
