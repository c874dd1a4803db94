/** The rules of conduct that a group gives itself: numbered, so that a decision can say which one it follows. */
import type { Reason } from "./reason.ts";

/** Code points of a rule's title and of its words. */
export const MAX_GUIDELINE_TITLE = 120;
export const MAX_GUIDELINE_WORDS = 2_000;

/** What nobody can keep in mind rules nothing. */
export const MOST_GUIDELINES = 30;

/** The rule that a reason points at: the first by number that names it, or null. */
export function guidelineFor<G extends { readonly number: number; readonly reasons: readonly Reason[] }>(
  guidelines: readonly G[],
  reason: Reason,
): G | null {
  const fitting = guidelines.filter(({ reasons }) => reasons.includes(reason));
  return fitting.sort((a, b) => a.number - b.number)[0] ?? null;
}
