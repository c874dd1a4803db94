/**
 * The map of a group's queue room, which moderators open. Rows hold ids, codes and numbers, never a word of a note or a
 * report and never who wrote or reported, so that 10,000 of them are light; pages ask `QueueService.rows` for the words. An item
 * that `rows` does not give is none of the viewer's: they wrote it, or are reported in it.
 *
 * Presence says who looks at what: the seat is a member id here, `typing` the id of the item that is open.
 */
import type { TargetKind } from "#app/domain/moderation/queue.ts";

/** item id -> QueueRecord, or null once the item is done. */
export const ITEMS = "items";

export const queueMaps = [ITEMS] as const;
export type QueueMap = (typeof queueMaps)[number];

export type QueueRecord = {
  /** Counts every change but the renewal of a claim; to be sent back with a decision. */
  readonly version: number;
  readonly target: TargetKind;
  /** Kinds of its signals, see `kindsOf` in domain/moderation/view. */
  readonly kinds: number;
  /** Rounded to hundredths. */
  readonly priority: number;
  /** Milliseconds since 1970. */
  readonly opened: number;
  readonly due: number;
  /** Whoever decides now; over at `until` (milliseconds) unless it is renewed. */
  readonly claim: { readonly by: string; readonly until: number } | null;
  /** Member id of the moderator to whom it was given, or null. */
  readonly assigned: string | null;
  readonly escalated: boolean;
};
