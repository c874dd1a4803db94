/** Why something was reported or decided: codes, never free words, so that they can be counted and translated. */

export const reasons = [
  "attack",
  "harassment",
  "hate",
  "spam",
  "off-topic",
  "misquotation",
  "plagiarism",
  "privacy",
  "illegal",
  "disruption",
  "other",
] as const;
export type Reason = (typeof reasons)[number];

const HOUR = 60 * 60 * 1000;

type Weight = {
  /** Adds to the priority of an item; 4 is what must not wait. */
  readonly severity: number;
  /** Milliseconds in which an item should be decided. */
  readonly dueWithin: number;
  /** Whether the author may rewrite what was removed for it. */
  readonly isMendable: boolean;
};

/** Harassment is looked at within the hour; everything else within the two days in which people still remember. */
export const weights = {
  attack: { severity: 3, dueWithin: 4 * HOUR, isMendable: true },
  harassment: { severity: 4, dueWithin: HOUR, isMendable: false },
  hate: { severity: 4, dueWithin: HOUR, isMendable: false },
  spam: { severity: 1, dueWithin: 48 * HOUR, isMendable: false },
  "off-topic": { severity: 1, dueWithin: 48 * HOUR, isMendable: true },
  misquotation: { severity: 1, dueWithin: 48 * HOUR, isMendable: true },
  plagiarism: { severity: 2, dueWithin: 48 * HOUR, isMendable: true },
  privacy: { severity: 4, dueWithin: HOUR, isMendable: true },
  illegal: { severity: 4, dueWithin: HOUR, isMendable: false },
  disruption: { severity: 2, dueWithin: 24 * HOUR, isMendable: true },
  other: { severity: 1, dueWithin: 48 * HOUR, isMendable: true },
} as const satisfies Readonly<Record<Reason, Weight>>;

/** How often an author may rewrite a note that was removed. */
export const MOST_TRIES = 3;
