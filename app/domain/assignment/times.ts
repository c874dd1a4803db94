/** When an assignment is open, due and shut, and what coming late costs. */

/** Milliseconds since 1970, null for no such time; the zone (IANA) is the one in which they were meant and are shown. */
export type Times = {
  readonly zone: string;
  readonly opensAt: number | null;
  readonly dueAt: number | null;
  /** Nothing counts that comes later. */
  readonly closesAt: number | null;
};

export const timeNames = ["opensAt", "dueAt", "closesAt"] as const;
export type TimeName = (typeof timeNames)[number];

/** No times, on the clock of a zone. */
export function noTimes(zone: string): Times {
  return { zone, opensAt: null, dueAt: null, closesAt: null };
}

/** What is taken off the score, in percent of what was reached, once the grace (milliseconds) after the due time is over. */
export type LatePolicy = {
  readonly grace: number;
  readonly penalty:
    | { readonly kind: "none" }
    | { readonly kind: "flat"; readonly percent: number }
    /** For each day begun, at most `most` in all. */
    | { readonly kind: "per-day"; readonly percent: number; readonly most: number };
};

/** More time for one member, or for a section; of several that hold the latest counts. */
export type Extension = {
  readonly id: string;
  readonly for: { readonly kind: "member" | "section"; readonly id: string };
  readonly dueAt: number;
  /** Null: what the assignment says, but never before `dueAt`. */
  readonly closesAt: number | null;
};
