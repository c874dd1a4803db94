/** One note as this reader has it: what the rooms say, plus what waits in the outbox. */
import type { Placement } from "#app/domain/annotation/command.ts";
import type { Reactions } from "#app/domain/annotation/reaction.ts";
import type { Curation } from "#app/domain/moderation/curation.ts";
import type { AnnotationRecord, SummaryRecord, ThreadRecord } from "#app/rooms/reading-room.ts";

/** `waiting`: in the outbox; `refused`: the server said no, the words are kept. */
export type Delivery = "sent" | "waiting" | "refused";

export type Note = AnnotationRecord & {
  /** `staff`: a private reply, which only the author of the thread's first note and staff see. */
  readonly placement: Placement | "staff";
  /** Audiences in whose reading rooms this reader has it. */
  readonly among: readonly string[];
  readonly reactions: Reactions;
  /** What staff made of it, or null. */
  readonly curation: Curation | null;
  /** Of a thread's first note: what staff wrote of the thread, or null. */
  readonly summary: SummaryRecord | null;
  /** Of a thread's first note: what was said of the thread as a whole, or null. */
  readonly said: ThreadRecord | null;
  readonly delivery: Delivery;
  /** Set while the server refuses what the person did. */
  readonly refusal: { readonly entry: string; readonly code: string; readonly sentence: string } | null;
};

const withoutBody = new Set(["hidden", "removed", "deleted", "redacted", "spam"]);

/** True for what only marks the place of a note that is gone. Staff and creators still get the body of a hidden one. */
export function isTombstone(record: Pick<AnnotationRecord, "status" | "body">): boolean {
  return withoutBody.has(record.status) && record.body === "";
}
