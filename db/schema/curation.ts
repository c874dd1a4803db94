/** What staff make of threads, notes and texts. Times are integers in milliseconds. */
import { type AnySQLiteColumn, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { asides } from "#app/domain/moderation/curation.ts";
import type { NotePosition } from "#app/domain/moderation/note-position.ts";
import { annotations } from "./annotations.ts";
import { documents } from "./documents.ts";

/** A note without a row was never touched; one with a row may be untouched again. */
export const noteCuration = sqliteTable("note_curation", {
  annotationId: text("annotation_id")
    .primaryKey()
    .references(() => annotations.id, { onDelete: "cascade" }),
  pinned: integer("pinned"),
  pinnedUntil: integer("pinned_until"),
  featured: integer("featured", { mode: "boolean" }).notNull().default(false),
  resolved: integer("resolved", { mode: "boolean" }).notNull().default(false),
  locked: integer("locked", { mode: "boolean" }).notNull().default(false),
  /** Seconds. */
  slow: integer("slow"),
  slowUntil: integer("slow_until"),
  aside: text("aside", { enum: asides }),
  /** First note of the thread from which this one was split. */
  splitFrom: text("split_from").references((): AnySQLiteColumn => annotations.id, { onDelete: "set null" }),
});

export const textCuration = sqliteTable("text_curation", {
  documentId: text("document_id")
    .primaryKey()
    .references(() => documents.id, { onDelete: "cascade" }),
  locked: integer("locked", { mode: "boolean" }).notNull().default(false),
  /** Seconds. */
  slow: integer("slow"),
  slowUntil: integer("slow_until"),
  opensAt: integer("opens_at"),
  closesAt: integer("closes_at"),
});

/**
 * How notes stood before a decision that changed their thread or its place, so that it can be taken back: ids, places and
 * states, never words of a note. Beside the record, whose rows hold one id each.
 */
export const threadChanges = sqliteTable("thread_changes", {
  /** Number of the decision in the record. */
  decision: integer("decision").primaryKey(),
  before: text("before", { mode: "json" }).$type<readonly NotePosition[]>().notNull(),
  after: text("after", { mode: "json" }).$type<readonly NotePosition[]>().notNull(),
});
