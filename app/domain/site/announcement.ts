/** What those who run a site tell everybody, as a bar above every page. */

export const announcementLevels = ["info", "warning", "urgent"] as const;
export type AnnouncementLevel = (typeof announcementLevels)[number];

/** Characters of an announcement: a bar, not a letter. */
export const MAX_ANNOUNCEMENT = 300;

/** Milliseconds for which one can stand at most: after a year nobody reads it any more. */
export const LONGEST_ANNOUNCEMENT = 366 * 24 * 60 * 60 * 1000;

/** True from its first moment until before its last; times in milliseconds. */
export function stands(
  { fromAt, untilAt }: { readonly fromAt: number; readonly untilAt: number },
  now: number,
): boolean {
  return fromAt <= now && now < untilAt;
}
