/** Rules that ask what the author, and the group, did before. */
import { LEAST_WORDS, likeness, type Print } from "./print.ts";
import { type FirstPosts, type Hit, hitOf, type Rule } from "./rule.ts";

/** What was before a note, read where it is stored. The note itself is never in it. */
export type History = {
  /** Prints of the author's latest notes here, newest first. */
  readonly own: readonly Print[];
  /** Prints of the group's latest notes by others, newest first. */
  readonly group: readonly Print[];
  /** When the author wrote here, milliseconds, newest first. */
  readonly times: readonly number[];
  /** How many notes of the author a person approved, and when the author's unchallenged ones were written. */
  readonly approved: number;
  readonly unchallenged: readonly number[];
};

/** The hit of a repetition rule: the whole note is meant. Sayings of a few words count only among the author's own. */
export function repetitionHit(rule: Rule, print: Print, history: History): Hit | null {
  const { test } = rule;
  if (test.kind !== "repetition" || print.words === 0) return null;
  const isSame = (other: Print) => likeness(print, other) >= test.alike;
  const own = history.own.slice(0, test.last).some(isSame);
  const others = test.inGroup && print.words >= LEAST_WORDS && history.group.some(isSame);
  return own || others ? hitOf(rule, []) : null;
}

/** The hit of a rate rule, with the milliseconds until there is room again. */
export function rateHit(rule: Rule, history: History, now: number): Hit | null {
  const { test } = rule;
  if (test.kind !== "rate") return null;
  const oldest = history.times.filter((at) => at > now - test.within)[test.notes - 1];
  return oldest === undefined ? null : hitOf(rule, [], oldest + test.within - now);
}

/** The hit of a length rule; what is too long is marked from where it is. */
export function lengthHit(rule: Rule, body: string): Hit | null {
  const { test } = rule;
  if (test.kind !== "length" || body === "") return null;
  const points = [...body];
  if (points.length < test.least) return hitOf(rule, []);
  if (points.length <= test.most) return null;
  return hitOf(rule, [{ start: points.slice(0, test.most).join("").length, end: body.length }]);
}

/** True while the author has not got that many notes that a person approved or that stood for long enough. */
export function isNewHere({ notes, aged }: FirstPosts, history: History, now: number): boolean {
  return settledNotes(aged, history, now) < notes;
}

/** How many notes count towards an author's first ones. */
export function settledNotes(aged: number, { approved, unchallenged }: History, now: number): number {
  return approved + unchallenged.filter((at) => at <= now - aged).length;
}
