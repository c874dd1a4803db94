/** Appeals: the author of a note asks somebody else to look at a decision again. Times in milliseconds. */
import type { ChainedEntry } from "./record.ts";
import type { Verb } from "./verb.ts";

export const appealStates = ["open", "upheld", "overturned", "modified", "expired"] as const;
export type AppealState = (typeof appealStates)[number];

export const appealOutcomes = ["uphold", "overturn", "modify"] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

const DAY = 24 * 60 * 60 * 1000;

/** How long after a decision an appeal can be made. */
export const APPEAL_WITHIN = 14 * DAY;

/** Appeals that one person may have open at a time in a group. */
export const MOST_OPEN_APPEALS = 3;

/** After this an appeal that nobody decided has expired, and the decision stands. */
export const APPEAL_EXPIRES_AFTER = 60 * DAY;

/** Characters (code points) of an appeal and of a message on it. */
export const MAX_APPEAL_WORDS = 4_000;

const appealable: ReadonlySet<Verb> = new Set([
  "note.hide",
  "note.hold",
  "note.remove",
  "note.spam",
  "member.warn",
  "member.approve-first",
  "member.mute",
  "member.suspend",
  "member.ban",
]);

/** Why a decision cannot be appealed against, or null where it can. Erasing is final, as its reason says. */
export function appealBar(
  { verb, at, undoes, batch }: Pick<ChainedEntry, "verb" | "at" | "undoes" | "batch">,
  { now, isUndone }: { readonly now: number; readonly isUndone: boolean },
): "late" | "final" | "undone" | null {
  if (undoes !== null || !appealable.has(verb)) return "final";
  if (verb === "note.spam" && batch !== null) return "final";
  if (isUndone) return "undone";
  return now - at > APPEAL_WITHIN ? "late" : null;
}
