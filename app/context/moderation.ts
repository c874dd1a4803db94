/** Decisions about notes and people, as pages and forms ask for them. */
import type { Reason } from "#app/domain/moderation/reason.ts";
import type { NoteVerb, Verb } from "#app/domain/moderation/verb.ts";
import type { Viewer } from "./viewer.ts";

export type DecisionInput = {
  readonly note: string;
  readonly verb: NoteVerb;
  readonly reason: Reason | null;
  /** To the author. */
  readonly toAuthor: string;
  /** Among moderators. */
  readonly toStaff: string;
  /** The version of the note that was read. */
  readonly version: number;
};

/** What an author is told about a note of theirs that readers do not see. */
export type Standing = {
  /** Null: a rule or a policy holds it and nobody has looked at it yet. */
  readonly verb: Verb | null;
  readonly reason: Reason | null;
  readonly toAuthor: string;
  /** Whether the author can change the words and so send it again. */
  readonly mayMend: boolean;
  /** How often still; null: as often as they like. */
  readonly triesLeft: number | null;
};

export interface ModerationService {
  /** Of an own note; null for one that readers see. Problem("not-found") for notes of others. */
  standing(viewer: Viewer, note: string): Promise<Standing | null>;
  /**
   * Decides about a note; gives the number of the decision in the record, null where the same was decided already.
   * Problem("not-found") for notes that the viewer must not know, "forbidden" by rank, "conflict" where somebody was faster.
   */
  decide(viewer: Viewer, input: DecisionInput): Promise<{ readonly decision: number | null }>;
  /** Takes a decision back. Problem("conflict") where that is no longer possible. */
  undo(viewer: Viewer, decision: number): Promise<{ readonly decision: number }>;
}
