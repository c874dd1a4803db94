/** What a moderator says with a decision. */
import type { Reason } from "#app/domain/moderation/reason.ts";
import type { CardVerb } from "./card-verbs.ts";

/** Characters of a word to an author or among moderators. */
export const MAX_WORDS = 2_000;

export type Said = {
  readonly verb: CardVerb;
  readonly reason: Reason | null;
  readonly toAuthor: string;
  readonly toStaff: string;
};

/** A decision of this visit, to be taken back or made again. */
export type Made = { readonly item: string; readonly decision: number; readonly said: Said };

/** What was decided in this visit, the latest last. */
export type Memory = { readonly made: Made[]; last: Said | null };

/** Nothing yet. */
export function newMemory(): Memory {
  return { made: [], last: null };
}

/** What removing means when the reason is spam. */
export function meant({ verb, reason }: Pick<Said, "verb" | "reason">): CardVerb {
  return verb === "remove" && reason === "spam" ? "spam" : verb;
}
