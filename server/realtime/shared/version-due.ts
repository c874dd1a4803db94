/** Changes that no version holds yet. Times in milliseconds. */
export type Unversioned = {
  readonly edits: number;
  readonly firstEdit: number;
  readonly lastEdit: number;
  /** Who made them. */
  readonly members: readonly string[];
};

/** A pause in which people leave the table, and the longest stretch of writing without a version. */
export const PAUSE = 10 * 60_000;
/** Changes below which steady writing waits for its pause: a keystroke is one. */
const MANY = 50;

/** True when a version should be kept: writing has paused, or has gone on for as long as a pause. */
export function isVersionDue({ edits, lastEdit, firstEdit }: Unversioned, now: number): boolean {
  return now - lastEdit >= PAUSE || (edits >= MANY && now - firstEdit >= PAUSE);
}
