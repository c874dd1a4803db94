/** What is new to whom: reads, follows, notifications, letters. Times are integers in milliseconds. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { letterStates } from "#app/domain/news/letter.ts";
import { followLevels, followSubjects, letterFrequencies, newsKinds } from "#app/domain/news/news.ts";
import { members } from "./accounts.ts";
import { annotations } from "./annotations.ts";
import { documents } from "./documents.ts";
import { groups } from "./groups.ts";

/** Up to when a member has really seen a thread; what is older than `seen.seen_at` of the text is read anyway. */
export const threadReads = sqliteTable(
  "thread_reads",
  {
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    rootId: text("root_id")
      .notNull()
      .references(() => annotations.id, { onDelete: "cascade" }),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    readAt: integer("read_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.rootId] }),
    index("thread_reads_document").on(t.memberId, t.documentId),
    index("thread_reads_root").on(t.rootId),
  ],
);

/**
 * What a member follows or has muted. Whoever writes in a thread or is named there follows it from then on; such rows are
 * written with the note. The subject is a group, text, thread (root id) or person (member id). */
export const follows = sqliteTable(
  "follows",
  {
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    subjectKind: text("subject_kind", { enum: followSubjects }).notNull(),
    subjectId: text("subject_id").notNull(),
    /** The group in which this counts: persons are followed within one. */
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    level: text("level", { enum: followLevels }).notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.memberId, t.subjectKind, t.subjectId, t.groupId] }),
    index("follows_subject").on(t.subjectKind, t.subjectId),
  ],
);

/** One thing to tell one member, once. It shows only while the member may see the note. */
export const notifications = sqliteTable(
  "notifications",
  {
    id: text("id").primaryKey(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: newsKinds }).notNull(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    /** Of the note's thread; goes with the note, so that it needs no reference and no index of its own. */
    rootId: text("root_id").notNull(),
    annotationId: text("annotation_id")
      .notNull()
      .references(() => annotations.id, { onDelete: "cascade" }),
    /** Seat of who did it, so that anonymity holds here too. */
    seatId: text("seat_id").notNull(),
    createdAt: integer("created_at").notNull(),
    readAt: integer("read_at"),
    /** When a letter about it was put in the queue, or it was decided that none goes out. */
    mailedAt: integer("mailed_at"),
  },
  (t) => [
    uniqueIndex("notifications_once").on(t.memberId, t.annotationId),
    index("notifications_annotation").on(t.annotationId),
    index("notifications_member").on(t.memberId, t.readAt, t.createdAt),
    index("notifications_unmailed").on(t.mailedAt, t.createdAt),
  ],
);

/** Notes of which some members are still to be told: written with the note when they were too many for its command. */
export const untold = sqliteTable("untold", {
  annotationId: text("annotation_id")
    .primaryKey()
    .references(() => annotations.id, { onDelete: "cascade" }),
  at: integer("at").notNull(),
});

/** How a member wants to be written to, by kind of news; a kind without a row goes by its default. */
export const letterChoices = sqliteTable(
  "letter_choices",
  {
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: newsKinds }).notNull(),
    frequency: text("frequency", { enum: letterFrequencies }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.kind] })],
);

/** Letters on their way: written in the transaction of their cause, sent by a pump, kept for a while after their end. */
export const letters = sqliteTable(
  "letters",
  {
    /** Also the left half of its Message-ID, so that one that arrives twice can be told. */
    id: text("id").primaryKey(),
    /** Null for letters to an address that is nobody's account. */
    memberId: text("member_id").references(() => members.id, { onDelete: "cascade" }),
    /** Empty: to nobody, written so that the time it takes tells nothing. */
    address: text("address").notNull(),
    subject: text("subject").notNull(),
    /** Plain text and HTML; both empty once it was sent, so that links and words do not stay. */
    text: text("text").notNull(),
    html: text("html").notNull(),
    /** Further header lines by name, such as List-Unsubscribe. */
    headers: text("headers", { mode: "json" }).$type<Readonly<Record<string, string>>>().notNull(),
    /** Ids of the notifications that it tells of: looked at again before each try. */
    news: text("news", { mode: "json" }).$type<readonly string[]>().notNull().default([]),
    /** The thread of a letter at once, whose quiet period it begins. */
    rootId: text("root_id").references(() => annotations.id, { onDelete: "cascade" }),
    createdAt: integer("created_at").notNull(),
    dueAt: integer("due_at").notNull(),
    tries: integer("tries").notNull().default(0),
    state: text("state", { enum: letterStates }).notNull(),
    /** What the mail server said last, cut to a line. */
    trouble: text("trouble").notNull().default(""),
  },
  (t) => [
    index("letters_due").on(t.state, t.dueAt),
    index("letters_member").on(t.memberId, t.rootId),
    index("letters_root").on(t.rootId),
  ],
);
