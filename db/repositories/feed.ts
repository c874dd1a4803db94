/** The change feed of every room: rows are appended, superseded ones blanked, none is ever taken out. */
import type { FeedRow } from "#app/rooms/feed.ts";
import type { InboxMap } from "#app/rooms/inbox-room.ts";
import type { QueueMap } from "#app/rooms/queue-room.ts";
import type { RoomMap } from "#app/rooms/reading-room.ts";
import type { Db } from "#db/client.ts";

/** What a row will say; `value` is JSON text, never "0", which marks a blanked row. */
export type FeedEntry = { readonly map: RoomMap | InboxMap | QueueMap; readonly key: string; readonly value: string };

/** `seq` of the last row; 0 for a room without rows. */
export type RoomHead = { readonly epoch: number; readonly seq: number };

/** The epoch that this build writes; it rises when the meaning of rows changes (2: threads, reactions, tags, kinds). */
export const CURRENT_EPOCH = 2;

/** What a superseded row's value is replaced with. */
export const BLANK = "0";

/** Rows `first` to `last` as they travel; see the table. */
export type Snapshot = {
  readonly first: number;
  readonly last: number;
  readonly bytes: Uint8Array;
  readonly ends: Uint8Array;
};

type KeyAddress = Pick<FeedEntry, "map" | "key"> & { readonly room: string; readonly epoch: number };
type StoredRow = Omit<FeedRow, "value"> & { readonly value: string };

/** Verbs over rooms and changes, as prepared statements: every command passes here, three to four rows at a time. */
export function feedRepository(db: Db) {
  const sqlite = db.$client;
  const advance = sqlite.prepare<[string, number, number], RoomHead>(
    `INSERT INTO rooms (name, epoch, seq) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET seq = seq + excluded.seq RETURNING epoch, seq`,
  );
  const head = sqlite.prepare<[string], RoomHead>("SELECT epoch, seq FROM rooms WHERE name = ?");
  const newest = sqlite.prepare<[KeyAddress], { readonly seq: number; readonly value: string }>(
    `SELECT seq, value FROM changes WHERE room = @room AND epoch = @epoch AND map = @map AND key = @key
     ORDER BY seq DESC LIMIT 1`,
  );
  const insert = sqlite.prepare<[{ readonly room: string; readonly epoch: number } & StoredRow]>(
    "INSERT INTO changes (room, epoch, seq, map, key, prev, value) VALUES (@room, @epoch, @seq, @map, @key, @prev, @value)",
  );
  const blank = sqlite.prepare<[string, string, number, number]>(
    "UPDATE changes SET value = ? WHERE room = ? AND epoch = ? AND seq = ?",
  );
  const slice = sqlite.prepare<[string, number, number, number], StoredRow>(
    `SELECT seq, map, key, prev, value FROM changes WHERE room = ? AND epoch = ? AND seq BETWEEN ? AND ? ORDER BY seq`,
  );
  const outdated = sqlite.prepare<[string, number, number, number]>(
    "DELETE FROM snapshots WHERE room = ? AND epoch = ? AND first <= ? AND last >= ?",
  );
  const snapshot = sqlite.prepare<[string, number, number], Snapshot>(
    "SELECT first, last, bytes, ends FROM snapshots WHERE room = ? AND epoch = ? AND first = ?",
  );
  const keep = sqlite.prepare<[{ readonly room: string; readonly epoch: number } & Snapshot]>(
    `INSERT INTO snapshots (room, epoch, first, last, bytes, ends) VALUES (@room, @epoch, @first, @last, @bytes, @ends)
     ON CONFLICT DO UPDATE SET last = excluded.last, bytes = excluded.bytes, ends = excluded.ends`,
  );
  const blanks = sqlite.prepare<[string, number, number, number, string], { readonly n: number }>(
    "SELECT count(*) AS n FROM changes WHERE room = ? AND epoch = ? AND seq BETWEEN ? AND ? AND value = ?",
  );

  return {
    /**
     * Appends entries in order, makes the room at need, and blanks what they supersede. The rows come back as readers
     * get them; a row that a later one of the same call supersedes is blanked already.
     */
    async append(
      room: string,
      entries: readonly FeedEntry[],
    ): Promise<{ readonly epoch: number; readonly rows: readonly FeedRow[] }> {
      const end = advance.get(room, CURRENT_EPOCH, entries.length);
      if (end === undefined) throw new Error(`Room ${room} has no row.`);
      const { epoch } = end;
      const first = end.seq - entries.length + 1;
      const rows = new Map<number, FeedRow>();
      for (const [index, { map, key, value }] of entries.entries()) {
        const seq = first + index;
        const prev = newest.get({ room, epoch, map, key })?.seq ?? 0;
        const row = { seq, map, key, prev, value };
        insert.run({ room, epoch, ...row });
        rows.set(seq, row);
        if (prev === 0) continue;
        blank.run(BLANK, room, epoch, prev);
        outdated.run(room, epoch, prev, prev);
        const superseded = rows.get(prev);
        if (superseded !== undefined) rows.set(prev, { ...superseded, value: null });
      }
      return { epoch, rows: [...rows.values()] };
    },

    /** Epoch and last row of a room, or null for one that has none yet. */
    async head(room: string): Promise<RoomHead | null> {
      return head.get(room) ?? null;
    },

    /** Rows `from` to `to`, both included, in order. */
    async rows(room: string, epoch: number, from: number, to: number): Promise<readonly FeedRow[]> {
      return slice.all(room, epoch, from, to).map((row) => (row.value === BLANK ? { ...row, value: null } : row));
    },

    /** What was kept of the rows from `first` on, or null. */
    async snapshot(room: string, epoch: number, first: number): Promise<Snapshot | null> {
      return snapshot.get(room, epoch, first) ?? null;
    },

    /**
     * Keeps rows as they travel, `blanked` of them without a value. Rows are only ever blanked, so an equal number means
     * the same ones; when one more was blanked meanwhile, nothing is kept, since its words would be.
     */
    async keepSnapshot(
      { room, epoch, blanked }: { readonly room: string; readonly epoch: number; readonly blanked: number },
      kept: Snapshot,
    ): Promise<void> {
      if (blanks.get(room, epoch, kept.first, kept.last, BLANK)?.n !== blanked) return;
      keep.run({ room, epoch, ...kept });
    },

    /** JSON text of what the room says now under these keys of a map; keys that it never had are missing. */
    async latest(
      room: string,
      map: RoomMap | InboxMap | QueueMap,
      keys: readonly string[],
    ): Promise<ReadonlyMap<string, string>> {
      const epoch = head.get(room)?.epoch;
      const values = new Map<string, string>();
      if (epoch === undefined) return values;
      for (const key of keys) {
        const row = newest.get({ room, epoch, map, key });
        if (row !== undefined) values.set(key, row.value);
      }
      return values;
    },
  };
}
