import type { LatePolicy, Times } from "#app/domain/assignment/times.ts";
import { assignmentWords } from "./assignments.ts";
import { handInWords } from "./hand-in.ts";

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What coming late costs, and until when something is taken at all, in sentences; none where nothing is due. */
export function sayLatePolicy(
  { times, late: { grace, penalty } }: { readonly times: Times; readonly late: LatePolicy },
  sayTime: (at: number) => string,
): readonly string[] {
  const { closesAt, dueAt } = times;
  if (dueAt === null) return closesAt === null ? [] : [handInWords.closes(sayTime(closesAt))];
  const { penalties } = handInWords;
  return [
    penalty.kind === "none"
      ? penalties.none
      : penalty.kind === "flat"
        ? penalties.flat(penalty.percent)
        : penalties["per-day"](penalty.percent, penalty.most),
    ...(grace > 0 && penalty.kind !== "none" ? [handInWords.grace(sayGrace(grace))] : []),
    ...(closesAt === null ? [] : [handInWords.closes(sayTime(closesAt))]),
  ];
}

function sayGrace(milliseconds: number): string {
  return milliseconds % HOUR === 0 ? sayLate(milliseconds) : handInWords.minutes(Math.ceil(milliseconds / MINUTE));
}

/** How late something came, in hours or days begun. */
export function sayLate(milliseconds: number): string {
  const { hours, days } = assignmentWords.own;
  return milliseconds < DAY ? hours(Math.ceil(milliseconds / HOUR)) : days(Math.ceil(milliseconds / DAY));
}
