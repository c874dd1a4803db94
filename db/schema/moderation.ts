/**
 * Reports, the queue and the record of decisions. Times are integers in milliseconds. The record holds no foreign keys: it
 * outlives what it is about, and a trigger refuses to change or delete a row.
 */
import { sql } from "drizzle-orm";
import { index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { itemStates, signalKinds, targetKinds } from "#app/domain/moderation/queue.ts";
import { reasons } from "#app/domain/moderation/reason.ts";
import type { Facts } from "#app/domain/moderation/record.ts";
import { reportStates } from "#app/domain/moderation/report.ts";
import { subjectKinds, verbs } from "#app/domain/moderation/verb.ts";
import { members } from "./accounts.ts";
import { documents } from "./documents.ts";
import { groups } from "./groups.ts";

export const decisions = sqliteTable(
  "decisions",
  {
    /** Counts from 1 over the whole site, without gaps. */
    seq: integer("seq").primaryKey(),
    id: text("id").notNull(),
    at: integer("at").notNull(),
    groupId: text("group_id"),
    documentId: text("document_id"),
    actorId: text("actor_id"),
    actorRole: text("actor_role").notNull(),
    verb: text("verb", { enum: verbs }).notNull(),
    subjectKind: text("subject_kind", { enum: subjectKinds }).notNull(),
    subjectId: text("subject_id").notNull(),
    revisionId: text("revision_id"),
    revisionHash: text("revision_hash"),
    itemId: text("item_id"),
    reason: text("reason", { enum: reasons }),
    before: text("before", { mode: "json" }).$type<Facts>().notNull(),
    after: text("after", { mode: "json" }).$type<Facts>().notNull(),
    wordsHash: text("words_hash"),
    undoes: integer("undoes"),
    batchId: text("batch_id"),
    previous: text("previous").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    uniqueIndex("decisions_id").on(t.id),
    index("decisions_group").on(t.groupId, t.seq),
    index("decisions_subject").on(t.subjectKind, t.subjectId, t.seq),
    index("decisions_actor").on(t.actorId, t.seq),
    index("decisions_undoes").on(t.undoes),
    index("decisions_batch").on(t.batchId),
    index("decisions_words").on(t.revisionHash),
  ],
);

/** Words that go with a decision. They can be erased; the chain keeps their hash. */
export const decisionWords = sqliteTable("decision_words", {
  decisionId: text("decision_id").primaryKey(),
  /** To the person concerned. */
  toAuthor: text("to_author").notNull().default(""),
  /** Among moderators. */
  toStaff: text("to_staff").notNull().default(""),
});

export const reports = sqliteTable(
  "reports",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    targetKind: text("target_kind", { enum: targetKinds }).notNull(),
    targetId: text("target_id").notNull(),
    /** Body that was reported; empty for a person. */
    revisionId: text("revision_id").notNull(),
    reporterId: text("reporter_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    reason: text("reason", { enum: reasons }).notNull(),
    words: text("words").notNull().default(""),
    state: text("state", { enum: reportStates }).notNull(),
    createdAt: integer("created_at").notNull(),
    /** Record number of the decision that settled it. */
    settledBy: integer("settled_by"),
    settledAt: integer("settled_at"),
  },
  (t) => [
    uniqueIndex("reports_once").on(t.targetKind, t.targetId, t.revisionId, t.reporterId),
    index("reports_reporter").on(t.reporterId, t.state),
    index("reports_group").on(t.groupId, t.createdAt),
  ],
);

export const queueItems = sqliteTable(
  "queue_items",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    documentId: text("document_id").references(() => documents.id, { onDelete: "cascade" }),
    targetKind: text("target_kind", { enum: targetKinds }).notNull(),
    targetId: text("target_id").notNull(),
    /** Author, reported person or appellant: who may not decide it. */
    memberId: text("member_id").references(() => members.id, { onDelete: "cascade" }),
    state: text("state", { enum: itemStates }).notNull(),
    priority: real("priority").notNull(),
    /** Kinds of its signals as bits, so that views and counts need not ask for these. */
    kinds: integer("kinds").notNull().default(0),
    /** Counts every change. */
    version: integer("version").notNull(),
    isEscalated: integer("is_escalated", { mode: "boolean" }).notNull().default(false),
    assignedTo: text("assigned_to").references(() => members.id, { onDelete: "set null" }),
    claimedBy: text("claimed_by").references(() => members.id, { onDelete: "set null" }),
    claimUntil: integer("claim_until"),
    openedAt: integer("opened_at").notNull(),
    dueAt: integer("due_at").notNull(),
    doneAt: integer("done_at"),
  },
  (t) => [
    // A person can be reported in two groups at once.
    uniqueIndex("queue_items_open").on(t.groupId, t.targetKind, t.targetId).where(sql`state <> 'done'`),
    index("queue_items_order").on(t.groupId, t.state, t.priority, t.id),
    index("queue_items_age").on(t.groupId, t.state, t.openedAt, t.id),
    index("queue_items_due").on(t.groupId, t.state, t.dueAt, t.id),
    index("queue_items_done").on(t.groupId, t.state, t.doneAt, t.id),
    index("queue_items_target").on(t.targetKind, t.targetId),
    index("queue_items_member").on(t.memberId),
  ],
);

/** What brought an item into the queue; several add up. */
export const queueSignals = sqliteTable(
  "queue_signals",
  {
    id: text("id").primaryKey(),
    itemId: text("item_id")
      .notNull()
      .references(() => queueItems.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: signalKinds }).notNull(),
    /** Report, rule, policy or decision that it came from. */
    sourceId: text("source_id").notNull(),
    reason: text("reason", { enum: reasons }),
    weight: real("weight").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [index("queue_signals_item").on(t.itemId), uniqueIndex("queue_signals_once").on(t.itemId, t.kind, t.sourceId)],
);

/** What moderators say to each other about an item. */
export const queueNotes = sqliteTable(
  "queue_notes",
  {
    id: text("id").primaryKey(),
    itemId: text("item_id")
      .notNull()
      .references(() => queueItems.id, { onDelete: "cascade" }),
    authorId: text("author_id").references(() => members.id, { onDelete: "set null" }),
    words: text("words").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [index("queue_notes_item").on(t.itemId, t.at)],
);

/** Views of the queue that a moderator gave a name. */
export const queueViews = sqliteTable(
  "queue_views",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    /** Query string of the page. */
    query: text("query").notNull(),
  },
  (t) => [uniqueIndex("queue_views_name").on(t.memberId, t.groupId, t.name)],
);
