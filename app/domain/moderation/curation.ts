/** What staff make of a thread or a note beside its words: pinned, featured, resolved, locked, slowed, set aside. Pure. */

/** Why something is shown folded; a code, so that everybody reads it in their language and the record holds no words. */
export const asides = ["off-topic", "settled", "repeated"] as const;
export type Aside = (typeof asides)[number];

/** Times in milliseconds; null or false where it does not hold. */
export type Curation = {
  /** Place among the pinned ones, the smallest first. */
  readonly pinned: number | null;
  /** When the pin ends by itself. */
  readonly pinnedUntil: number | null;
  readonly featured: boolean;
  readonly resolved: boolean;
  /** Nobody but staff answers under it. */
  readonly locked: boolean;
  /** Seconds between two notes of one person in the thread. */
  readonly slow: number | null;
  readonly slowUntil: number | null;
  readonly aside: Aside | null;
  /** Id of the first note of the thread from which this one was split. */
  readonly splitFrom: string | null;
};

export const untouched: Curation = {
  pinned: null,
  pinnedUntil: null,
  featured: false,
  resolved: false,
  locked: false,
  slow: null,
  slowUntil: null,
  aside: null,
  splitFrom: null,
};

/** Pinned threads of one text, and pinned replies of one thread: more of them are no signposts. */
export const MOST_PINNED = 3;
export const MOST_PINNED_REPLIES = 1;

/** Seconds of slow mode that can be chosen. */
export const slowSteps = [30, 60, 300, 900, 3600] as const;

/** True where nothing is to be said. */
export function isUntouched(curation: Curation): boolean {
  return (Object.keys(untouched) as (keyof Curation)[]).every((key) => curation[key] === untouched[key]);
}

/** What holds of it at a moment: a pin and slow mode end by themselves. */
export function curationAt(curation: Curation, now: number): Curation {
  const { pinnedUntil, slowUntil } = curation;
  const unpinned = pinnedUntil !== null && pinnedUntil <= now ? { pinned: null, pinnedUntil: null } : {};
  const unslowed = slowUntil !== null && slowUntil <= now ? { slow: null, slowUntil: null } : {};
  return { ...curation, ...unpinned, ...unslowed };
}

/** Of a text as a whole. Times in milliseconds. */
export type TextCuration = {
  readonly locked: boolean;
  readonly slow: number | null;
  readonly slowUntil: number | null;
  /** Outside these moments only staff write. */
  readonly opensAt: number | null;
  readonly closesAt: number | null;
};

export const openText: TextCuration = { locked: false, slow: null, slowUntil: null, opensAt: null, closesAt: null };

/** Why somebody who is not staff cannot write there now, or null where they can. */
export function barOf(
  { text, above }: { readonly text: TextCuration; readonly above: readonly Pick<Curation, "locked">[] },
  now: number,
): "text" | "early" | "late" | "thread" | null {
  if (text.opensAt !== null && now < text.opensAt) return "early";
  if (text.closesAt !== null && now >= text.closesAt) return "late";
  if (text.locked) return "text";
  return above.some(({ locked }) => locked) ? "thread" : null;
}

/** Milliseconds until somebody may write again whose last note there was at `last`; 0 for at once. */
export function waitOf(slow: readonly (number | null)[], last: number | null, now: number): number {
  const seconds = Math.max(0, ...slow.map((one) => one ?? 0));
  return last === null ? 0 : Math.max(0, last + seconds * 1000 - now);
}
