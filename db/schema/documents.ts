import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { TargetState } from "#app/domain/annotation/annotation.ts";
import { type BlockKind, type PageStart, type Piece, sourceFormats } from "#app/domain/document/document.ts";
import { members } from "./accounts.ts";
import { groups } from "./groups.ts";

export const documents = sqliteTable(
  "documents",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    standfirst: text("standfirst").notNull().default(""),
    /** First words of the body, for the library. */
    opening: text("opening").notNull().default(""),
    author: text("author").notNull().default(""),
    source: text("source").notNull().default(""),
    /** When it came out, as people write it. */
    published: text("published").notNull().default(""),
    /** As `app/domain/document/licence.ts` has it. */
    licence: text("licence").notNull().default(""),
    /** The line about copyright. */
    rights: text("rights").notNull().default(""),
    /** BCP 47, "" when unknown. */
    language: text("language").notNull().default(""),
    dir: text("dir", { enum: ["ltr", "rtl"] }).notNull(),
    format: text("format", { enum: sourceFormats }).notNull(),
    words: integer("words").notNull(),
    /** SHA-256 of the bytes that it came from, in hexadecimal; null for texts from before this was kept. */
    sourceHash: text("source_hash"),
    revisionId: text("revision_id").notNull(),
    addedBy: text("added_by")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    createdAt: integer("created_at").notNull(),
    archivedAt: integer("archived_at"),
    deleteAfter: integer("delete_after"),
  },
  (t) => [index("documents_group").on(t.groupId)],
);

export const documentRevisions = sqliteTable(
  "document_revisions",
  {
    id: text("id").primaryKey(),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    n: integer("n").notNull(),
    html: text("html").notNull(),
    /** Plain text; offsets of targets are UTF-16 code units into it. */
    text: text("text").notNull(),
    /** Where the pages of the source begin, in order. */
    pages: text("pages", { mode: "json" }).$type<readonly PageStart[]>().notNull().default([]),
    createdBy: text("created_by").notNull(),
    createdAt: integer("created_at").notNull(),
    /** What its author said of the change. */
    remark: text("remark").notNull().default(""),
    /** The revision (n) whose words it brought back. */
    restores: integer("restores"),
    /** How many passages of notes came into it in which state; null for a first revision. */
    carried: text("carried", { mode: "json" }).$type<Readonly<Record<TargetState, number>>>(),
    /** Of html and text in UTF-8. */
    bytes: integer("bytes").notNull().default(0),
  },
  (t) => [
    uniqueIndex("document_revisions_n").on(t.documentId, t.n),
    // In the row it stands behind the words, which would all be read to reach it.
    index("document_revisions_bytes").on(t.documentId, t.bytes),
  ],
);

export const blocks = sqliteTable(
  "blocks",
  {
    revisionId: text("revision_id")
      .notNull()
      .references(() => documentRevisions.id, { onDelete: "cascade" }),
    n: integer("n").notNull(),
    number: integer("number"),
    kind: text("kind").$type<BlockKind>().notNull(),
    level: integer("level"),
    start: integer("start").notNull(),
    end: integer("end").notNull(),
  },
  (t) => [primaryKey({ columns: [t.revisionId, t.n] })],
);

/** A text between paste and "Add this text"; swept after a day. */
export const imports = sqliteTable(
  "imports",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    /** `reading`: what a reading finds is still to come. */
    state: text("state", { enum: ["reading", "ready", "failed"] })
      .notNull()
      .default("ready"),
    /** Why it failed; null where its process ended. */
    sentence: text("sentence"),
    format: text("format", { enum: sourceFormats }).notNull(),
    pieces: text("pieces", { mode: "json" }).$type<readonly Piece[]>().notNull(),
    /** What the source says of itself, "" where it says nothing: first values of the form, and the title at need. */
    title: text("title").notNull(),
    author: text("author").notNull(),
    language: text("language").notNull(),
    published: text("published").notNull().default(""),
    licence: text("licence").notNull().default(""),
    rights: text("rights").notNull().default(""),
    /** The address that it was fetched from. */
    source: text("source").notNull().default(""),
    /** The text of which it shall be a new revision; null for a new text. */
    revises: text("revises"),
    /** What its bytes were called, null for pasted text. */
    fileName: text("file_name"),
    sourceHash: text("source_hash"),
    /** Of what it proposes: all but what looks like clutter. */
    words: integer("words").notNull().default(0),
    /** Of its pieces, html and text in UTF-8. */
    bytes: integer("bytes").notNull().default(0),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("imports_member").on(t.memberId), index("imports_bytes").on(t.groupId, t.bytes)],
);

/** How far a member has read a text, and since when what stands there is known to them. */
export const seen = sqliteTable(
  "seen",
  {
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    seenAt: integer("seen_at").notNull(),
    /** Ordinal of the last block at the top of the view. */
    block: integer("block").notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.documentId] })],
);
