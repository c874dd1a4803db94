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
import { reactions } from "#app/domain/annotation/reaction.ts";
import { members } from "./accounts.ts";
import { documents } from "./documents.ts";
import { audiences, groups, seats } from "./groups.ts";

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
    /** Further passages, in the order of the author. */
    more: text("more", { mode: "json" }).$type<readonly Target[]>().notNull().default([]),
    /** Null: what the motivation says; else a built-in kind or the id of one of the group's. */
    kind: text("kind"),
    /** Names of its tags as the author wrote them; `annotation_tags` finds them. */
    tags: text("tags", { mode: "json" }).$type<readonly string[]>().notNull().default([]),
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

/** The tags of a note by key, for search and counts; written with the note's `tags`. */
export const annotationTags = sqliteTable(
  "annotation_tags",
  {
    annotationId: text("annotation_id")
      .notNull()
      .references(() => annotations.id, { onDelete: "cascade" }),
    /** Folded name, as in `tags`. */
    key: text("key").notNull(),
  },
  (t) => [primaryKey({ columns: [t.annotationId, t.key] }), index("annotation_tags_key").on(t.key, t.annotationId)],
);

/** A group's tags: its vocabulary, and those that members made up while writing. */
export const tags = sqliteTable(
  "tags",
  {
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    /** Name without case, marks and double spaces: one tag, however it is typed. */
    key: text("key").notNull(),
    name: text("name").notNull(),
    colour: text("colour", { enum: colours }),
    meaning: text("meaning").notNull().default(""),
    /** True for the vocabulary that the group keeps, false for free tags. */
    isListed: integer("is_listed", { mode: "boolean" }).notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.key] })],
);

/** Kinds of notes that a group defines beside the built-in ones. */
export const kinds = sqliteTable(
  "kinds",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    meaning: text("meaning").notNull().default(""),
    createdAt: integer("created_at").notNull(),
    /** No longer offered; notes keep it. */
    retiredAt: integer("retired_at"),
  },
  (t) => [index("kinds_group").on(t.groupId)],
);

/** What was said of a thread as a whole; a question without a row is open. */
export const threadStates = sqliteTable("thread_states", {
  rootId: text("root_id")
    .primaryKey()
    .references(() => annotations.id, { onDelete: "cascade" }),
  state: text("state", { enum: ["open", "answered"] }).notNull(),
  bySeat: text("by_seat")
    .notNull()
    .references(() => seats.id),
  answerId: text("answer_id").references(() => annotations.id, { onDelete: "set null" }),
  at: integer("at").notNull(),
});

export const annotationReactions = sqliteTable(
  "annotation_reactions",
  {
    annotationId: text("annotation_id")
      .notNull()
      .references(() => annotations.id, { onDelete: "cascade" }),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    reaction: text("reaction", { enum: reactions }).notNull(),
    seatId: text("seat_id")
      .notNull()
      .references(() => seats.id),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.annotationId, t.memberId, t.reaction] })],
);

/** Who is named in the newest body of a note. */
export const mentions = sqliteTable(
  "mentions",
  {
    annotationId: text("annotation_id")
      .notNull()
      .references(() => annotations.id, { onDelete: "cascade" }),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.annotationId, t.memberId] }), index("mentions_member").on(t.memberId)],
);
