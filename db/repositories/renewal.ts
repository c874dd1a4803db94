/**
 * Rooms of an older epoch, written anew. The rows of the next epoch are drafted beside the old ones, of which the room's
 * head still speaks, and adopted when they are whole: a process that stops in between has changed nothing.
 */
import { parseRoom } from "#app/rooms/names.ts";
import type { Db } from "#db/client.ts";
import { CURRENT_EPOCH, type FeedEntry } from "./feed.ts";

/** Verbs for `renew-rooms` (CROSS JOIN: rooms first, so that a start costs one seek for each), which is alone with the database while it runs. */
export function renewalRepository(db: Db) {
  const sqlite = db.$client;
  const outdated = sqlite.prepare<[number], string>("SELECT name FROM rooms WHERE epoch < ? ORDER BY name").pluck();
  const last = sqlite
    .prepare<[string, number], number>("SELECT coalesce(max(seq), 0) FROM changes WHERE room = ? AND epoch = ?")
    .pluck();
  const insert = sqlite.prepare<[string, number, number, string, string, string]>(
    "INSERT INTO changes (room, epoch, seq, map, key, prev, value) VALUES (?, ?, ?, ?, ?, 0, ?)",
  );
  const discard = sqlite.prepare<[{ readonly epoch: number; readonly limit: number }]>(
    `DELETE FROM changes WHERE rowid IN (SELECT c.rowid FROM rooms r CROSS JOIN changes c
       ON c.room = r.name AND c.epoch = @epoch WHERE r.epoch < @epoch LIMIT @limit)`,
  );
  const adopt = sqlite.prepare<[number, number, string]>(
    "UPDATE rooms SET epoch = ?, seq = (SELECT coalesce(max(seq), 0) FROM changes WHERE room = name AND epoch = ?) WHERE name = ?",
  );
  const sweep = sqlite.prepare<[number]>(
    `DELETE FROM changes WHERE rowid IN (
       SELECT c.rowid FROM rooms r CROSS JOIN changes c ON c.room = r.name AND c.epoch < r.epoch LIMIT ?)`,
  );

  return {
    /** Rooms of an older epoch by the id of their text. */
    async outdated(): Promise<ReadonlyMap<string, readonly string[]>> {
      const byText = new Map<string, string[]>();
      for (const name of outdated.all(CURRENT_EPOCH)) {
        const room = parseRoom(name);
        // An inbox and a queue are no text's, and their rows mean what they meant.
        if (room === null || !("document" in room)) continue;
        byText.set(room.document, [...(byText.get(room.document) ?? []), name]);
      }
      return byText;
    },

    /** Takes away at most `limit` rows of drafts that were never adopted; true when none is left. */
    async discardDrafts(limit: number): Promise<boolean> {
      return discard.run({ epoch: CURRENT_EPOCH, limit }).changes < limit;
    },

    /** Adds rows to a room's draft; no key may come twice. */
    async draft(room: string, entries: readonly FeedEntry[]): Promise<void> {
      let seq = last.get(room, CURRENT_EPOCH) ?? 0;
      for (const { map, key, value } of entries) {
        seq += 1;
        insert.run(room, CURRENT_EPOCH, seq, map, key, value);
      }
    },

    /** From now on the room is its draft. */
    async adopt(room: string): Promise<void> {
      adopt.run(CURRENT_EPOCH, CURRENT_EPOCH, room);
    },

    /** Forgets what was kept of rows of epochs that are over. */
    async forgetSnapshots(): Promise<void> {
      sqlite.prepare("DELETE FROM snapshots WHERE epoch < (SELECT epoch FROM rooms WHERE name = room)").run();
    },

    /** Takes away at most `limit` rows of epochs that are over; true when none is left. */
    async sweep(limit: number): Promise<boolean> {
      return sweep.run(limit).changes < limit;
    },
  };
}
