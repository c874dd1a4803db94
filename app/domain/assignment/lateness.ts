/** When somebody's work is due, how late it came, and what that costs. Times in milliseconds since 1970. */
import { daysLater } from "../time/zoned.ts";
import type { Extension, LatePolicy, Times } from "./times.ts";

const DAY = 24 * 60 * 60 * 1000;

/** The times that hold for a member: the latest of the extensions for them and for their section, if later than what was set. */
export function timesFor(
  times: Times,
  extensions: readonly Extension[],
  who: { readonly member: string; readonly section: string | null },
): Times {
  const mine = extensions.filter(({ for: { kind, id } }) => id === (kind === "member" ? who.member : who.section));
  if (times.dueAt === null || mine.length === 0) return times;
  const dueAt = Math.max(times.dueAt, ...mine.map((one) => one.dueAt));
  const shut = [times.closesAt, ...mine.map((one) => one.closesAt)].filter((at) => at !== null);
  // Where the assignment never shuts, more time shuts it for nobody.
  const closesAt = times.closesAt === null ? null : Math.max(dueAt, ...shut);
  return { ...times, dueAt, closesAt };
}

/** Milliseconds after the due time; 0 for in time, and where nothing is due. */
export function lateBy({ dueAt }: Pick<Times, "dueAt">, at: number): number {
  return dueAt === null ? 0 : Math.max(0, at - dueAt);
}

/** The same of work that was handed in: more time that is given afterwards takes lateness back, less time adds none. */
export function lateNow(
  times: Pick<Times, "dueAt">,
  { late, at }: { readonly late: number; readonly at: number },
): number {
  return Math.min(late, lateBy(times, at));
}

/** When something came, by how many milliseconds too late, and the zone on whose clock days are counted. */
export type Lateness = { readonly at: number; readonly late: number; readonly zone: string };

/** What lateness takes off, as a share of what was reached, 0 to 1. */
export function penaltyOf({ grace, penalty }: LatePolicy, lateness: Lateness): number {
  const { late } = lateness;
  if (late <= grace || late === 0) return 0;
  switch (penalty.kind) {
    case "none":
      return 0;
    case "flat":
      return penalty.percent / 100;
    case "per-day":
      return Math.min(penalty.most, daysBegun(lateness) * penalty.percent) / 100;
  }
}

/** A day ends at the time of day at which the work was due, whether the clocks were changed since or not. */
function daysBegun({ at, late, zone }: Lateness): number {
  const due = at - late;
  // No clock was ever set by more than a day.
  let days = Math.max(1, Math.floor(late / DAY) - 1);
  while (daysLater(due, days, zone) < at) days += 1;
  return days;
}

/** Why nothing can be handed in now, or null. */
export function barOf({ opensAt, closesAt }: Times, now: number): "not-open" | "closed" | null {
  if (opensAt !== null && now < opensAt) return "not-open";
  return closesAt !== null && now >= closesAt ? "closed" : null;
}

/** Milliseconds late that count as late: 0 within the grace. */
export function countedLate({ grace }: Pick<LatePolicy, "grace">, late: number): number {
  return late <= grace ? 0 : late;
}
