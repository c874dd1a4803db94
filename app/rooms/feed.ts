import type { InboxMap } from "./inbox-room.ts";
import type { QueueMap } from "./queue-room.ts";
import type { RoomMap } from "./reading-room.ts";

/** One row of a room's change feed. Replaying rows 1…n is the whole state of the room. */
export type FeedRow = {
  readonly seq: number;
  readonly map: RoomMap | InboxMap | QueueMap;
  readonly key: string;
  /** Seq of the row that this one supersedes, 0 for none. */
  readonly prev: number;
  /** JSON text of the value, or null when a later row superseded this one and it was blanked. */
  readonly value: string | null;
};
