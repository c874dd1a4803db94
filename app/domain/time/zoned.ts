/** What people type into a field for day and time, and the moment that it means where they live. Pure. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** As `<input type="datetime-local">` sends it. */
const local = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,3})?)?$/u;

/**
 * Milliseconds since 1970 of a day and time in an IANA zone; null for what is none. An hour that is there twice in autumn is
 * its first one; one that spring leaves out is as much later as the clocks were put forward.
 */
export function momentIn(typed: string, zone: string): number | null {
  const [, year, month, day, hour, minute] = (local.exec(typed) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  // A day that there is not would become one of the next month.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== typed.slice(0, 16)) return null;
  // The offsets a day before and after are all that can hold at the moment itself.
  const offsets = [offsetAt(asUtc - DAY, zone), offsetAt(asUtc + DAY, zone)];
  const fitting = offsets.map((offset) => asUtc - offset).filter((at) => at + offsetAt(at, zone) === asUtc);
  return fitting.length === 0 ? asUtc - (offsets[0] ?? 0) : Math.min(...fitting);
}

/** The other way round: what the field shows for a moment; "" for none. */
export function typedIn(at: number | null, zone: string): string {
  return at === null ? "" : new Date(at + offsetAt(at, zone)).toISOString().slice(0, 16);
}

/** So many days later on the clocks of the zone: at the same time of day, also where a day has 23 or 25 hours. */
export function daysLater(at: number, days: number, zone: string): number {
  const wall = at + offsetAt(at, zone) + days * DAY;
  const minute = momentIn(new Date(wall).toISOString().slice(0, 16), zone);
  return minute === null ? at + days * DAY : minute + (wall % MINUTE);
}

/** True for an IANA zone that this machine's tables have. */
export function isZone(zone: string): boolean {
  try {
    return formatIn(zone) !== null;
  } catch {
    return false;
  }
}

/** Milliseconds by which the zone's clocks are ahead of UTC. */
export function offsetAt(at: number, zone: string): number {
  const parts = formatIn(zone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return shown - Math.floor(at / 1000) * 1000;
}

/** Making one takes 50 µs; a site has a handful of zones, and names of zones can be spelt in very many ways. */
const MOST_KEPT = 200;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Throws RangeError for a zone that is none. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-US", {
      ...{ timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric" },
      ...{ hour: "numeric", minute: "numeric", second: "numeric" },
    });
  if (formats.size >= MOST_KEPT) formats.clear();
  formats.set(timeZone, format);
  return format;
}
