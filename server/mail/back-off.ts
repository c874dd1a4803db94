/** When a letter is tried again. Milliseconds. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Pauses after the first, second … try: a mail server that restarts is back in minutes, a grey list wants 5, a bad day ends. */
const PAUSES = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  HOUR,
  6 * HOUR,
  16 * HOUR,
] as const satisfies readonly number[];

/** Tries before a letter is given up, about a day after the first. */
export const MAX_TRIES = PAUSES.length + 1;

/** After this a letter is not worth sending: most links in it are dead, and a restored backup must not write to people anew. */
export const TOO_OLD = 36 * HOUR;

/** Letters that failed together come back up to a fifth earlier or later, each at its own time. */
const SPREAD = 0.2;

/** When the try after `tries` tries is due; `chance` is in [0, 1). */
export function nextTry(now: number, tries: number, chance: number): number {
  const pause = PAUSES[Math.min(tries, PAUSES.length) - 1] ?? PAUSES[0];
  return now + Math.round(pause * (1 - SPREAD + 2 * SPREAD * chance));
}
