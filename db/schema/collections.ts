/** Collections of threads, and the links under which they are shown. Times in milliseconds; threads by id, never their words. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { members } from "./accounts.ts";
import { annotations } from "./annotations.ts";
import { groups } from "./groups.ts";

export const collections = sqliteTable(
  "collections",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    description: text("description").notNull().default(""),
    /** Whether members see it, or staff alone. */
    isShown: integer("is_shown", { mode: "boolean" }).notNull(),
    createdBy: text("created_by").references(() => members.id, { onDelete: "set null" }),
    createdAt: integer("created_at").notNull(),
    removedAt: integer("removed_at"),
  },
  (t) => [index("collections_group").on(t.groupId, t.createdAt)],
);

export const collectionEntries = sqliteTable(
  "collection_entries",
  {
    collectionId: text("collection_id")
      .notNull()
      .references(() => collections.id, { onDelete: "cascade" }),
    rootId: text("root_id")
      .notNull()
      .references(() => annotations.id, { onDelete: "cascade" }),
    /** Counts from 0 without gaps. */
    place: integer("place").notNull(),
    remark: text("remark").notNull().default(""),
    addedBy: text("added_by").references(() => members.id, { onDelete: "set null" }),
    addedAt: integer("added_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.collectionId, t.rootId] }), index("collection_entries_root").on(t.rootId)],
);

export const collectionLinks = sqliteTable(
  "collection_links",
  {
    id: text("id").primaryKey(),
    collectionId: text("collection_id")
      .notNull()
      .references(() => collections.id, { onDelete: "cascade" }),
    /** SHA-256 (hex) of the token in the link. */
    tokenHash: text("token_hash").notNull(),
    withNames: integer("with_names", { mode: "boolean" }).notNull(),
    createdBy: text("created_by").references(() => members.id, { onDelete: "set null" }),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    revokedAt: integer("revoked_at"),
  },
  (t) => [uniqueIndex("collection_links_token").on(t.tokenHash), index("collection_links_of").on(t.collectionId)],
);
