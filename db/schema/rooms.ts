import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A room that has rows. Its name is the whole address: kind, document, audience or owner. */
export const rooms = sqliteTable("rooms", {
  name: text("name").primaryKey(),
  /** Rises only when the meaning of rows changes; a client with another one starts anew. */
  epoch: integer("epoch").notNull(),
  /** The last row's number; also the room's Yjs clock. */
  seq: integer("seq").notNull(),
});

/** The change feed: each row is one Y.Map.set under one fixed client id. */
export const changes = sqliteTable(
  "changes",
  {
    room: text("room").notNull(),
    epoch: integer("epoch").notNull(),
    seq: integer("seq").notNull(),
    map: text("map").notNull(),
    key: text("key").notNull(),
    /** Seq of the row that this one supersedes, 0 for none: what Yjs calls the origin. */
    prev: integer("prev").notNull(),
    /** JSON; "0" once superseded, blanked in the transaction that superseded it. */
    value: text("value").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.room, t.epoch, t.seq] }),
    index("changes_key").on(t.room, t.epoch, t.map, t.key, t.seq),
  ],
);

/**
 * Rows as they travel, so that the first reader after a restart waits for no encoding. A cache of `changes`: one is deleted
 * in the transaction that blanks a row in it.
 */
export const snapshots = sqliteTable(
  "snapshots",
  {
    room: text("room").notNull(),
    epoch: integer("epoch").notNull(),
    /** Seq of the first and the last row in it. */
    first: integer("first").notNull(),
    last: integer("last").notNull(),
    /** The rows' Yjs structs one after another, and where each ends, as 32-bit little-endian integers. */
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
    ends: blob("ends", { mode: "buffer" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.room, t.epoch, t.first] })],
);
