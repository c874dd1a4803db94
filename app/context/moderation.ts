/** Decisions about notes and people, as pages and forms ask for them. */
import type { Reason } from "#app/domain/moderation/reason.ts";
import type { NoteVerb } from "#app/domain/moderation/verb.ts";
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

export interface ModerationService {
  /**
   * Decides about a note; gives the number of the decision in the record, null where the same was decided already.
   * Problem("not-found") for notes that the viewer must not know, "forbidden" by rank, "conflict" where somebody was faster.
   */
  decide(viewer: Viewer, input: DecisionInput): Promise<{ readonly decision: number | null }>;
  /** Takes a decision back. Problem("conflict") where that is no longer possible. */
  undo(viewer: Viewer, decision: number): Promise<{ readonly decision: number }>;
}
