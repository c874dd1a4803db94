/** Wall-clock times as forms give them (`2026-11-25T09:30`) in a time zone (IANA), and milliseconds since 1970. */

const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/**
 * The moment of that wall-clock time; null for what is no time. A time that the clock jumps over is as much later as the
 * jump, and of one that comes twice it is the first.
 */
export function momentOf(wall: string, zone: string): number | null {
  const parts = pattern.exec(wall)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts;
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  if (new Date(asUtc).toISOString().slice(0, 16) !== wall) return null;
  // The clock is off from UTC as it is shortly before or shortly after; the earlier moment that shows that time counts.
  const candidates = [asUtc - offsetAt(asUtc - DAY, zone), asUtc - offsetAt(asUtc + DAY, zone)].sort((a, b) => a - b);
  const shown = candidates.find((moment) => wallOf(moment, zone) === wall);
  return shown ?? asUtc - offsetAt(asUtc - DAY, zone);
}

/** What a clock in that zone shows at that moment. */
export function wallOf(moment: number, zone: string): string {
  return new Date(moment + offsetAt(moment, zone)).toISOString().slice(0, 16);
}

/** So many days later on the clock of the zone: at the same time of day, also where a day has 23 or 25 hours. */
export function daysLater(moment: number, days: number, zone: string): number {
  const wall = wallOf(moment, zone);
  const day = new Date(Date.parse(`${wall.slice(0, 10)}T00:00Z`) + days * DAY).toISOString().slice(0, 10);
  const later = momentOf(`${day}T${wall.slice(11)}`, zone);
  return later === null ? moment + days * DAY : later + (moment % MINUTE);
}

/** True for the name of a time zone. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds by which the zone's clock is before UTC. */
function offsetAt(moment: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("en-US", {
      ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
    });
  formats.set(zone, format);
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}
