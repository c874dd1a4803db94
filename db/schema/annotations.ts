import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { annotationStatuses, colours, motivations, type Target } from "#app/domain/annotation/annotation.ts";
import { members } from "./accounts.ts";
import { documents } from "./documents.ts";
import { audiences, seats } from "./groups.ts";

export const annotations = sqliteTable(
  "annotations",
  {
    /** ULID made by the client: the idempotency key. */
    id: text("id").primaryKey(),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    /** Own id for the first note of a thread. */
    rootId: text("root_id")
      .notNull()
      .references((): AnySQLiteColumn => annotations.id, { onDelete: "cascade" }),
    parentId: text("parent_id").references((): AnySQLiteColumn => annotations.id, { onDelete: "cascade" }),
    creatorId: text("creator_id")
      .notNull()
      .references(() => members.id),
    motivation: text("motivation", { enum: motivations }).notNull(),
    status: text("status", { enum: annotationStatuses }).notNull(),
    /** While deleted: the status that an undelete brings back, so that a hidden note comes back hidden. */
    priorStatus: text("prior_status", { enum: annotationStatuses }),
    /** Counts every change of the row or its body. */
    version: integer("version").notNull(),
    colour: text("colour", { enum: colours }),
    target: text("target", { mode: "json" }).$type<Target>(),
    /** Of the target, UTF-16 code units, so that order by place is an index; null for the whole text and for replies. */
    start: integer("start"),
    revisionId: text("revision_id").notNull(),
    createdAt: integer("created_at").notNull(),
    editedAt: integer("edited_at"),
    deletedAt: integer("deleted_at"),
    /** Selectors and keys that came from elsewhere, verbatim. */
    extra: text("extra", { mode: "json" }).$type<Record<string, unknown>>(),
  },
  (t) => [
    index("annotations_document").on(t.documentId, t.start),
    index("annotations_root").on(t.rootId),
    index("annotations_parent").on(t.parentId),
    index("annotations_creator").on(t.creatorId),
  ],
);

/** Every body a note has had; the newest is the one that shows. */
export const annotationRevisions = sqliteTable(
  "annotation_revisions",
  {
    id: text("id").primaryKey(),
    annotationId: text("annotation_id")
      .notNull()
      .references(() => annotations.id, { onDelete: "cascade" }),
    n: integer("n").notNull(),
    body: text("body").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [uniqueIndex("annotation_revisions_n").on(t.annotationId, t.n)],
);

/** Where a note stands: the only source of the rooms that it is projected into. Replies have their own rows. */
export const placements = sqliteTable(
  "placements",
  {
    annotationId: text("annotation_id")
      .notNull()
      .references(() => annotations.id, { onDelete: "cascade" }),
    audienceId: text("audience_id")
      .notNull()
      .references(() => audiences.id, { onDelete: "cascade" }),
    /** The author's seat there. */
    seatId: text("seat_id")
      .notNull()
      .references(() => seats.id),
  },
  (t) => [
    primaryKey({ columns: [t.annotationId, t.audienceId] }),
    index("placements_audience").on(t.audienceId, t.annotationId),
    index("placements_seat").on(t.seatId),
  ],
);
