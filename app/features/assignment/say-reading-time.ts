import { readingTimeWords as words } from "#app/words/reading-time.ts";

const MINUTE = 60_000;

/** Milliseconds in hours and whole minutes. */
export function sayReadingTime(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / MINUTE);
  return minutes < 60 ? words.minutes(minutes) : words.hours(Math.floor(minutes / 60), minutes % 60);
}
