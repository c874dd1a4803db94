/** When letters about news are due: at once after a pause for more, or with the morning's post. Milliseconds since 1970. */

import { isZone } from "../time/zoned.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a letter at once waits for more of the same thread: several replies come within a minute or two. */
export const GATHER = 2 * MINUTE;
/** How long a thread that was written about at once keeps quiet; what comes meanwhile is joined. */
export const QUIET = 30 * MINUTE;

/** Local hour at which digests are due. */
const MORNING = 7;

/**
 * The last 7:00 of the clock on the wall in that IANA time zone, at or before `now`. News from before it belong to a digest
 * that is due, so a digest that a stopped server missed goes out when it starts again, and no digest goes out twice.
 */
export function lastMorning(now: number, zone: string): number {
  const today = morningOf(dateIn(now, zone), zone);
  return today <= now ? today : morningOf(dateIn(today - DAY, zone), zone);
}

/** The last Monday's 7:00 in that time zone, at or before `now`. */
export function lastMondayMorning(now: number, zone: string): number {
  let morning = lastMorning(now, zone);
  while (weekdayOf(dateIn(morning, zone)) !== 1) morning = morningOf(dateIn(morning - DAY, zone), zone);
  return morning;
}

type LocalDate = { readonly year: number; readonly month: number; readonly day: number };

/** 7:00 of a local day. Clocks change at night everywhere, so that this hour exists once on every day. */
function morningOf({ year, month, day }: LocalDate, zone: string): number {
  const wall = Date.UTC(year, month - 1, day, MORNING);
  const guess = wall - offsetAt(wall, zone);
  return wall - offsetAt(guess, zone);
}

/** Milliseconds by which the wall clock of the zone is ahead of UTC. */
function offsetAt(time: number, zone: string): number {
  const { year, month, day, hour, minute, second } = partsIn(time, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

function dateIn(time: number, zone: string): LocalDate {
  const { year, month, day } = partsIn(time, zone);
  return { year, month, day };
}

function weekdayOf({ year, month, day }: LocalDate): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

type Parts = LocalDate & { readonly hour: number; readonly minute: number; readonly second: number };

function partsIn(time: number, zone: string): Parts {
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(time)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    ...{ year: part("year"), month: part("month"), day: part("day") },
    ...{ hour: part("hour"), minute: part("minute"), second: part("second") },
  };
}

/** Making one takes 50 µs; a site has a handful of zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = makeFormatter(isZone(zone) ? zone : "UTC");
  formatters.set(zone, made);
  return made;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat {
  const all = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" } as const;
  return new Intl.DateTimeFormat("en-US-u-ca-iso8601", { ...all, second: "numeric", hourCycle: "h23", timeZone });
}
