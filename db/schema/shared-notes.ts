/** Pages that a group writes together beside a text; rooms `notes/{document}/{audience}`. */
import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { PageNode } from "#app/domain/page/page.ts";
import { members } from "./accounts.ts";
import { documents } from "./documents.ts";
import { audiences } from "./groups.ts";

/** Accepted Yjs updates in order, each committed before it is sent on. Compaction replaces a prefix by one row. */
export const sharedNoteUpdates = sqliteTable(
  "shared_note_updates",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    audienceId: text("audience_id")
      .notNull()
      .references(() => audiences.id, { onDelete: "cascade" }),
    seq: integer("seq").notNull(),
    /** Who sent it; null for a row that compaction or a restored version made. */
    memberId: text("member_id").references(() => members.id, { onDelete: "set null" }),
    update: blob("update", { mode: "buffer" }).notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.audienceId, t.seq] })],
);

/** Which Yjs client ids a member has written under: nobody else may continue them. */
export const sharedNoteClients = sqliteTable(
  "shared_note_clients",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    audienceId: text("audience_id")
      .notNull()
      .references(() => audiences.id, { onDelete: "cascade" }),
    clientId: integer("client_id").notNull(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.audienceId, t.clientId] })],
);

/** States that one can look at and restore. */
export const sharedNoteVersions = sqliteTable(
  "shared_note_versions",
  {
    id: text("id").primaryKey(),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    audienceId: text("audience_id")
      .notNull()
      .references(() => audiences.id, { onDelete: "cascade" }),
    /** The page as ProseMirror JSON. */
    page: text("page", { mode: "json" }).$type<PageNode>().notNull(),
    /** Seats of those who wrote since the version before. */
    seats: text("seats", { mode: "json" }).$type<readonly string[]>().notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("shared_note_versions_page").on(t.documentId, t.audienceId, t.createdAt)],
);

/** Updates that the gate refused: who, when and why, never what. */
export const sharedNoteRefusals = sqliteTable(
  "shared_note_refusals",
  {
    id: text("id").primaryKey(),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    audienceId: text("audience_id")
      .notNull()
      .references(() => audiences.id, { onDelete: "cascade" }),
    memberId: text("member_id").references(() => members.id, { onDelete: "set null" }),
    reason: text("reason").notNull(),
    bytes: integer("bytes").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("shared_note_refusals_page").on(t.documentId, t.createdAt)],
);
