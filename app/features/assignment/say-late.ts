import { assignmentWords } from "#app/words/assignments.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** How late something came, in hours or days begun. */
export function sayLate(milliseconds: number): string {
  const { hours, days } = assignmentWords.own;
  return milliseconds < DAY ? hours(Math.ceil(milliseconds / HOUR)) : days(Math.ceil(milliseconds / DAY));
}
