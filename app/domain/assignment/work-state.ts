/** How far somebody is with an assignment. */
import type { Times } from "./times.ts";

/** `excused`: it does not count for them; `missing`: the due time is over and nothing was handed in. */
export const workStates = ["not-open", "not-started", "started", "handed-in", "late", "missing", "excused"] as const;
export type WorkState = (typeof workStates)[number];

export type WorkFacts = {
  /** With the extension that holds. */
  readonly times: Times;
  readonly now: number;
  /** Milliseconds by which the newest submission was late, beyond the grace; null where there is none. */
  readonly late: number | null;
  readonly notes: number;
  readonly isExcused: boolean;
};

export function workStateOf({ times, now, late, notes, isExcused }: WorkFacts): WorkState {
  if (isExcused) return "excused";
  if (late !== null) return late > 0 ? "late" : "handed-in";
  if (times.opensAt !== null && now < times.opensAt) return "not-open";
  if (times.dueAt !== null && now > times.dueAt) return "missing";
  return notes > 0 ? "started" : "not-started";
}
