import { offsetAt } from "../time/zoned.ts";

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** True for a year, a month or a day that exists (ISO 8601 calendar dates, §5.2.1). */
export function isDay(text: string): boolean {
  const parts = partsOf(text);
  if (parts === null) return false;
  const [year, month, day] = parts;
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Milliseconds since 1970 at which that year, month or day begins in the time zone (IANA name). */
export function beginningOf(text: string, timeZone: string): number {
  const [year, month, day] = partsOf(text) ?? [1970, 1, 1];
  const midnight = Date.UTC(year, month - 1, day);
  // The offset of the zone can be another one at the moment that the first guess gives; the second guess is right.
  const guess = midnight - offsetAt(midnight, timeZone);
  return midnight - offsetAt(guess, timeZone);
}

function partsOf(text: string): readonly [number, number, number] | null {
  const [, year, month = "01", day = "01"] = form.exec(text) ?? [];
  return year === undefined ? null : [Number(year), Number(month), Number(day)];
}
