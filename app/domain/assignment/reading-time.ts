/**
 * How long somebody really reads: a page counts while it is shown and something was done on it lately. Milliseconds throughout;
 * what is done is never looked at.
 */

/** After the last movement, key or scroll within which somebody still reads; a page of a hard text takes a minute. */
export const STILL_READS = 60_000;
/** Between two tellings of the browser. */
export const TELL_EVERY = 30_000;

export type Watch = {
  readonly at: number;
  readonly isShown: boolean;
  readonly readsUntil: number;
  /** Read and not told yet. */
  readonly sum: number;
};

export function beginWatch(now: number, isShown: boolean): Watch {
  return { at: now, isShown, readsUntil: isShown ? now + STILL_READS : now, sum: 0 };
}

/** Time goes by. */
export function passed(watch: Watch, now: number): Watch {
  const read = watch.isShown ? Math.min(now, watch.readsUntil) - watch.at : 0;
  return { ...watch, at: now, sum: watch.sum + Math.max(0, read) };
}

/** Something is done on the page. */
export function acted(watch: Watch, now: number): Watch {
  return { ...passed(watch, now), readsUntil: now + STILL_READS };
}

/** The page is shown again, or is not any more. */
export function turned(watch: Watch, now: number, isShown: boolean): Watch {
  const then = passed(watch, now);
  return { ...then, isShown, readsUntil: isShown ? now + STILL_READS : now };
}

/**
 * What of a telling is believed: never more than went by since the last one, so that several tabs are one reader; `since` is
 * null for the first.
 */
export function believed(told: number, since: number | null): number {
  return Math.max(0, Math.min(told, since ?? TELL_EVERY, 2 * TELL_EVERY));
}
