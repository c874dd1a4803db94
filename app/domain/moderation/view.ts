/** The ways to look at the queue: named views, filters, and the order. */
import { type SignalKind, signalKinds } from "./queue.ts";
import type { Reason } from "./reason.ts";

/**
 * `needs-me`: given to the viewer, or to nobody and held by nobody else; `pending`: waits for approval; `new-members`: of
 * those, what a newcomer wrote; `rule`: caught by a rule; `edited`: rewritten since somebody looked; `done`: decided.
 */
export const queueViews = [
  "needs-me",
  "reported",
  "pending",
  "new-members",
  "rule",
  "edited",
  "appeals",
  "overdue",
  "open",
  "done",
] as const;
export type QueueView = (typeof queueViews)[number];

/** `due`: what is due first; `oldest`: what has waited longest. Within `done` the latest decision comes first. */
export const queueSorts = ["priority", "due", "oldest"] as const;
export type QueueSort = (typeof queueSorts)[number];

export const claimFilters = ["free", "mine", "others"] as const;
export type ClaimFilter = (typeof claimFilters)[number];

/** All that are given hold together. */
export type QueueFilters = {
  readonly document?: string;
  /** Member who wrote it, is reported or appeals. */
  readonly author?: string;
  readonly reason?: Reason;
  /** Id of a rule. */
  readonly rule?: string;
  /** BCP 47 of the text. */
  readonly language?: string;
  readonly claim?: ClaimFilter;
  /** Member id, or "nobody". */
  readonly assigned?: string;
  readonly escalated?: boolean;
  /** Opened at least so many milliseconds ago. */
  readonly olderThan?: number;
};

/** Items of one page. */
export const QUEUE_PAGE = 50;

/** Items of one batch. */
export const MOST_IN_BATCH = 500;

/** Signal kinds as bits, in the order of `signalKinds`. */
export function kindBits(kinds: Iterable<SignalKind>): number {
  let bits = 0;
  for (const kind of kinds) bits |= 1 << signalKinds.indexOf(kind);
  return bits;
}

/** The signal kinds that those bits say. */
export function kindsOf(bits: number): readonly SignalKind[] {
  return signalKinds.filter((_, n) => (bits & (1 << n)) !== 0);
}

const kindOfView: Partial<Readonly<Record<QueueView, SignalKind>>> = {
  reported: "report",
  pending: "policy",
  "new-members": "newcomer",
  rule: "rule",
  edited: "edit",
};

/** The bit that an item needs to stand in that view; null where a view asks something else. */
export function bitOf(view: QueueView): number | null {
  const kind = kindOfView[view];
  return kind === undefined ? null : kindBits([kind]);
}
