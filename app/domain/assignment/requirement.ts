/** What an assignment asks for besides its prompts; each is counted by the rules that also suggest the score. */
import type { Kind } from "../annotation/annotation.ts";

export type Requirement =
  /** First notes with at least so many words each; plain highlights never count. */
  | { readonly kind: "notes"; readonly count: number; readonly minWords: number }
  /** Replies to others. */
  | { readonly kind: "replies"; readonly count: number; readonly minWords: number }
  /** Different people replied to. */
  | { readonly kind: "peers"; readonly count: number }
  /** Different paragraphs with a counted note. */
  | { readonly kind: "paragraphs"; readonly count: number }
  /** Tenths of what was assigned, by length, in which a counted note stands. */
  | { readonly kind: "coverage"; readonly count: number }
  | { readonly kind: "tag"; readonly tag: string; readonly count: number }
  | { readonly kind: "of-kind"; readonly of: Kind | "note" | "question"; readonly count: number }
  /** Notes that a teacher endorsed. */
  | { readonly kind: "endorsed"; readonly count: number };

export const MAX_REQUIREMENTS = 20;
/** Of any one requirement. */
export const MAX_COUNT = 100;
