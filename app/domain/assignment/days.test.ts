import { expect, it } from "vitest";
import { perDay, QUARTER } from "./days.ts";

const at = (moment: string, notes = 1) => ({ quarter: Math.floor(Date.parse(moment) / QUARTER), notes });

it("counts on the clock of the zone, with the days between", () => {
  const quarters = [at("2026-11-25T22:50Z"), at("2026-11-25T23:00Z", 2), at("2026-11-28T00:00Z")];
  expect(perDay(quarters, "Europe/Berlin")).toEqual([
    { day: "2026-11-25", notes: 1 },
    { day: "2026-11-26", notes: 2 },
    { day: "2026-11-27", notes: 0 },
    { day: "2026-11-28", notes: 1 },
  ]);
  // A quarter to six ahead of UTC: the day begins within an hour.
  expect(perDay([at("2026-11-25T18:00Z"), at("2026-11-25T18:15Z")], "Asia/Kathmandu").map(({ day }) => day)).toEqual([
    "2026-11-25",
    "2026-11-26",
  ]);
});

it("leaves empty days out where they are too many, and is nothing for nothing", () => {
  expect(perDay([at("2020-01-01T00:00Z"), at("2026-01-01T00:00Z")], "UTC")).toHaveLength(2);
  expect(perDay([], "UTC")).toEqual([]);
});
