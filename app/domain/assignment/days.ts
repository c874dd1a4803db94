/** Counts by day on the clock of a zone. */
import { typedIn } from "../time/zoned.ts";

/** `quarter` counts quarters of an hour since 1970, since no zone's day begins elsewhere. */
export type PerQuarter = { readonly quarter: number; readonly notes: number };
/** `day` as `2026-11-25`. */
export type PerDay = { readonly day: string; readonly notes: number };

export const QUARTER = 15 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;
/** More days than these are shown without those between on which nothing was written. */
const MOST_EMPTY = 120;

/** From the first day on which something was written to the last, those between included; in order. */
export function perDay(quarters: readonly PerQuarter[], zone: string): readonly PerDay[] {
  const counts = new Map<string, number>();
  for (const { quarter, notes } of quarters) {
    const day = typedIn(quarter * QUARTER, zone).slice(0, 10);
    counts.set(day, (counts.get(day) ?? 0) + notes);
  }
  const days = [...counts.keys()].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const length = Math.round((Date.parse(last) - Date.parse(first)) / DAY) + 1;
  const shown =
    length > MOST_EMPTY
      ? days
      : Array.from({ length }, (_, n) => new Date(Date.parse(first) + n * DAY).toISOString().slice(0, 10));
  return shown.map((day) => ({ day, notes: counts.get(day) ?? 0 }));
}
