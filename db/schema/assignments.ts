/** Close readings: what was set, for whom until when, and which notes answer which prompt. Times in milliseconds. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Target } from "#app/domain/annotation/annotation.ts";
import { anonymities, assignmentStates, wantedKinds } from "#app/domain/assignment/assignment.ts";
import type { Scheme } from "#app/domain/assignment/grade.ts";
import type { Start } from "#app/domain/assignment/moved.ts";
import type { Requirement } from "#app/domain/assignment/requirement.ts";
import type { LatePolicy } from "#app/domain/assignment/times.ts";
import type { Gate } from "#app/domain/audience/audience.ts";
import { members } from "./accounts.ts";
import { annotations } from "./annotations.ts";
import { documents } from "./documents.ts";
import { groups } from "./groups.ts";
import { sectionSets } from "./sections.ts";

/** `as` is the id that the copy will have, so that it is made once; `document` the text in which it will stand. */
export type CarriedNote = { readonly note: string; readonly as: string; readonly document: string };

export const assignments = sqliteTable(
  "assignments",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    title: text("title").notNull(),
    instructions: text("instructions").notNull().default(""),
    state: text("state", { enum: assignmentStates }).notNull(),
    requirements: text("requirements", { mode: "json" }).$type<readonly Requirement[]>().notNull(),
    zone: text("zone").notNull(),
    opensAt: integer("opens_at"),
    dueAt: integer("due_at"),
    closesAt: integer("closes_at"),
    late: text("late", { mode: "json" }).$type<LatePolicy>().notNull(),
    scheme: text("scheme", { mode: "json" }).$type<Scheme>().notNull(),
    /** As the teacher set it; the gates of its audiences say what holds now. */
    reveal: text("reveal", { mode: "json" }).$type<Gate>().notNull(),
    anonymity: text("anonymity", { enum: anonymities }).notNull(),
    /** Whether markers see names. */
    isBlind: integer("is_blind", { mode: "boolean" }).notNull().default(false),
    /** Whether a second marker grades each work too. */
    hasSecondMarker: integer("has_second_marker", { mode: "boolean" }).notNull().default(false),
    sectionSetId: text("section_set_id").references(() => sectionSets.id, { onDelete: "set null" }),
    /** The assignment that it was copied from, also in another group. */
    copiedFrom: text("copied_from"),
    /** Notes of the teacher who copied it that come along when it is published. */
    carries: text("carries", { mode: "json" }).$type<readonly CarriedNote[]>().notNull().default([]),
    version: integer("version").notNull().default(1),
    createdBy: text("created_by").references(() => members.id, { onDelete: "set null" }),
    createdAt: integer("created_at").notNull(),
    publishedAt: integer("published_at"),
    /** Since when students see their grades; a single one can be released before. */
    releasedAt: integer("released_at"),
    /** When the work of those who had not handed in was taken as it stood. */
    collectedAt: integer("collected_at"),
  },
  (t) => [index("assignments_group").on(t.groupId, t.state, t.dueAt), index("assignments_due").on(t.dueAt)],
);

export const assignmentTexts = sqliteTable(
  "assignment_texts",
  {
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => assignments.id, { onDelete: "cascade" }),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    place: integer("place").notNull(),
    /** Empty: the whole text. */
    passages: text("passages", { mode: "json" }).$type<readonly Target[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.assignmentId, t.documentId] }), index("assignment_texts_document").on(t.documentId)],
);

export const prompts = sqliteTable(
  "prompts",
  {
    id: text("id").primaryKey(),
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => assignments.id, { onDelete: "cascade" }),
    place: integer("place").notNull(),
    documentId: text("document_id").references(() => documents.id, { onDelete: "cascade" }),
    target: text("target", { mode: "json" }).$type<Target>(),
    words: text("words").notNull(),
    answer: text("answer", { enum: wantedKinds }).notNull(),
    tags: text("tags", { mode: "json" }).$type<readonly string[]>().notNull(),
    minWords: integer("min_words").notNull(),
    isRequired: integer("is_required", { mode: "boolean" }).notNull(),
    /** Answers may point to it. */
    retiredAt: integer("retired_at"),
  },
  (t) => [index("prompts_assignment").on(t.assignmentId, t.place)],
);

/** The prompt for which a note was written, as its author said. */
export const promptAnswers = sqliteTable(
  "prompt_answers",
  {
    annotationId: text("annotation_id")
      .primaryKey()
      .references(() => annotations.id, { onDelete: "cascade" }),
    promptId: text("prompt_id")
      .notNull()
      .references(() => prompts.id, { onDelete: "cascade" }),
  },
  (t) => [index("prompt_answers_prompt").on(t.promptId)],
);

/** More time for a member or a section; the latest of those that hold counts. */
export const extensions = sqliteTable(
  "extensions",
  {
    id: text("id").primaryKey(),
    assignmentId: text("assignment_id")
      .notNull()
      .references(() => assignments.id, { onDelete: "cascade" }),
    forKind: text("for_kind", { enum: ["member", "section"] }).notNull(),
    forId: text("for_id").notNull(),
    dueAt: integer("due_at").notNull(),
    closesAt: integer("closes_at"),
    createdBy: text("created_by").references(() => members.id, { onDelete: "set null" }),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [uniqueIndex("extensions_for").on(t.assignmentId, t.forKind, t.forId)],
);

/** What a group sets for new assignments, and whether it measures reading. No row: nothing yet. */
export const courses = sqliteTable("courses", {
  groupId: text("group_id")
    .primaryKey()
    .references(() => groups.id, { onDelete: "cascade" }),
  zone: text("zone").notNull(),
  /** What a new assignment starts with; empty: nothing was said. */
  defaults: text("defaults", { mode: "json" }).$type<Start | Record<never, never>>().notNull(),
  measuresReading: integer("measures_reading", { mode: "boolean" }).notNull().default(false),
});

/** Visible and active time with a text, by day, only while the group measures it. */
export const readingTimes = sqliteTable(
  "reading_times",
  {
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    /** Days since 1970 in UTC. */
    day: integer("day").notNull(),
    active: integer("active").notNull(),
    lastAt: integer("last_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.documentId, t.day] }), index("reading_times_document").on(t.documentId)],
);
