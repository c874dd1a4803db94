/** The queue: one item for each target, what brought it there, and how urgent it is. Times in milliseconds. */
import { type Reason, weights } from "./reason.ts";

export const targetKinds = ["note", "member", "appeal"] as const;
export type TargetKind = (typeof targetKinds)[number];

export const itemStates = ["open", "done"] as const;
export type ItemState = (typeof itemStates)[number];

/**
 * What can bring an item into the queue or raise it there; stored as bits in this order, so new ones come last. `newcomer`: a
 * policy that looks at first notes; `edit`: rewritten by its author while it was looked at, or after it was removed.
 */
export const signalKinds = ["report", "rule", "policy", "history", "edit", "appeal", "sample", "newcomer"] as const;
export type SignalKind = (typeof signalKinds)[number];

/** Milliseconds for which a claim holds; each act of the holder renews it. */
export const CLAIM_LEASE = 3 * 60 * 1000;

const HOUR = 60 * 60 * 1000;

export type Urgency = {
  /** Of all signals; a report counts its severity times the weight of its reporter. */
  readonly signals: readonly { readonly weight: number }[];
  /** True while readers cannot see it because of this. */
  readonly isHeld: boolean;
  readonly isAppeal: boolean;
  /** Answers under the note. */
  readonly replies: number;
};

/**
 * Priority without age: held notes keep somebody waiting, appeals keep somebody out, and what many answer spreads. Age is
 * part of the order by due time, so that a stored number never grows stale.
 */
export function priorityOf({ signals, isHeld, isAppeal, replies }: Urgency): number {
  const said = signals.reduce((sum, { weight }) => sum + weight, 0);
  return said + (isHeld ? 4 : 0) + (isAppeal ? 2 : 0) + Math.min(2, Math.log2(1 + replies) / 2);
}

/** When an item should be decided: the earliest that any of its reasons asks for; two days where none does. */
export function dueAt(openedAt: number, reasons: readonly Reason[]): number {
  return openedAt + Math.min(48 * HOUR, ...reasons.map((reason) => weights[reason].dueWithin));
}

/** True while an item is open past the time by which it should be decided. */
export function isOverdue(
  { dueAt: due, state }: { readonly dueAt: number; readonly state: ItemState },
  now: number,
): boolean {
  return state === "open" && due < now;
}

/** Smoothed share of a reporter's reports that were found right; a new one counts half, staff half as much again. */
export function reporterWeight({
  upheld,
  dismissed,
  isStaff,
}: {
  readonly upheld: number;
  readonly dismissed: number;
  readonly isStaff: boolean;
}): number {
  return ((upheld + 1) / (upheld + dismissed + 2)) * (isStaff ? 1.5 : 1);
}
