/** Work that was handed in, and grades. A submission names notes and their revisions, never words. Times in milliseconds. */
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { markings } from "#app/domain/assignment/grade.ts";
import type { Snapshot } from "#app/domain/assignment/snapshot.ts";
import { members } from "./accounts.ts";
import { assignments } from "./assignments.ts";
import { groups } from "./groups.ts";

/** Each handing in is a row of its own; the last one counts. */
export const submissions = sqliteTable(
  "submissions",
  {
    /** ULID of the client: handing in twice with it is handing in once. */
    id: text("id").primaryKey(),
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => assignments.id, { onDelete: "cascade" }),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    /** Counts from 1 for each member and assignment. */
    n: integer("n").notNull(),
    /** `member`: handed in; `deadline`: taken as it stood. */
    by: text("by", { enum: ["member", "deadline"] }).notNull(),
    at: integer("at").notNull(),
    /** Milliseconds after the due time that held for the member; 0 for in time. */
    late: integer("late").notNull(),
    snapshot: text("snapshot", { mode: "json" }).$type<Snapshot>().notNull(),
  },
  (t) => [uniqueIndex("submissions_n").on(t.assignmentId, t.memberId, t.n), index("submissions_member").on(t.memberId)],
);

/** The newest grade of each marker; the record says how it came to be. */
export const grades = sqliteTable(
  "grades",
  {
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => assignments.id, { onDelete: "cascade" }),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    marking: text("marking", { enum: markings }).notNull(),
    points: real("points"),
    levels: text("levels", { mode: "json" }).$type<Readonly<Record<string, string>>>().notNull(),
    comment: text("comment").notNull().default(""),
    isExcused: integer("is_excused", { mode: "boolean" }).notNull().default(false),
    reason: text("reason").notNull().default(""),
    /** What the rules suggested, in points; null where nothing was handed in. */
    suggested: real("suggested"),
    /** The submission that was graded; null: none. */
    submissionId: text("submission_id"),
    /** Version of the assignment whose rules counted, and of the engine. */
    rulesVersion: text("rules_version").notNull(),
    /** Ids of the notes that counted. */
    counted: text("counted", { mode: "json" }).$type<readonly string[]>().notNull(),
    /** Counts every change; two markers at once meet a conflict. */
    version: integer("version").notNull(),
    markerId: text("marker_id").references(() => members.id, { onDelete: "set null" }),
    at: integer("at").notNull(),
    releasedAt: integer("released_at"),
  },
  (t) => [
    primaryKey({ columns: [t.assignmentId, t.memberId, t.marking] }),
    index("grades_member").on(t.memberId, t.assignmentId),
  ],
);

/** What a student and the staff said to each other about a grade that was released. */
export const feedbackMessages = sqliteTable(
  "feedback_messages",
  {
    /** ULID of the client: sending twice with it is sending once. */
    id: text("id").primaryKey(),
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => assignments.id, { onDelete: "cascade" }),
    /** The student whose grade it is about. */
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    /** Null once its author's account is gone. */
    authorId: text("author_id").references(() => members.id, { onDelete: "set null" }),
    isStaff: integer("is_staff", { mode: "boolean" }).notNull(),
    words: text("words").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [
    index("feedback_messages_grade").on(t.assignmentId, t.memberId, t.at),
    index("feedback_messages_author").on(t.authorId),
  ],
);

/** Comments that a group's teachers use again. */
export const commentBank = sqliteTable(
  "comment_bank",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    words: text("words").notNull(),
    uses: integer("uses").notNull().default(0),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("comment_bank_group").on(t.groupId)],
);
