/** What a group keeps about people and about being together. Times are integers in milliseconds. */
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { answerKinds } from "#app/domain/moderation/canned-answer.ts";
import type { Reason } from "#app/domain/moderation/reason.ts";
import { members } from "./accounts.ts";
import { documents } from "./documents.ts";
import { groups } from "./groups.ts";

const groupId = () =>
  text("group_id")
    .notNull()
    .references(() => groups.id, { onDelete: "cascade" });
const memberId = (name: string) =>
  text(name)
    .notNull()
    .references(() => members.id, { onDelete: "cascade" });

/** What moderators tell each other about a member. */
export const memberNotes = sqliteTable(
  "member_notes",
  {
    id: text("id").primaryKey(),
    groupId: groupId(),
    memberId: memberId("member_id"),
    authorId: text("author_id").references(() => members.id, { onDelete: "set null" }),
    words: text("words").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("member_notes_about").on(t.groupId, t.memberId)],
);

/** Members who moderate one text, whatever their role in the group. */
export const textModerators = sqliteTable(
  "text_moderators",
  {
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id, { onDelete: "cascade" }),
    memberId: memberId("member_id"),
    givenBy: text("given_by").references(() => members.id, { onDelete: "set null" }),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.documentId, t.memberId] }), index("text_moderators_member").on(t.memberId)],
);

/** Whose notes a reader does not want to see; nobody else is told. */
export const ignores = sqliteTable(
  "ignores",
  { memberId: memberId("member_id"), ignoredId: memberId("ignored_id"), createdAt: integer("created_at").notNull() },
  (t) => [primaryKey({ columns: [t.memberId, t.ignoredId] }), index("ignores_ignored").on(t.ignoredId)],
);

/** Rules of conduct as they are now; each wording that they have had is kept. */
export const guidelines = sqliteTable(
  "guidelines",
  {
    id: text("id").primaryKey(),
    groupId: groupId(),
    /** What it is cited as; never given twice in a group. */
    number: integer("number").notNull(),
    version: integer("version").notNull(),
    reasons: text("reasons", { mode: "json" }).$type<readonly Reason[]>().notNull(),
    retiredAt: integer("retired_at"),
  },
  (t) => [index("guidelines_group").on(t.groupId, t.number)],
);

export const guidelineVersions = sqliteTable(
  "guideline_versions",
  {
    guidelineId: text("guideline_id")
      .notNull()
      .references(() => guidelines.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    title: text("title").notNull(),
    words: text("words").notNull(),
    writtenBy: text("written_by").references(() => members.id, { onDelete: "set null" }),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.guidelineId, t.version] })],
);

/** Words that moderators say often. */
export const cannedAnswers = sqliteTable(
  "canned_answers",
  {
    id: text("id").primaryKey(),
    groupId: groupId(),
    kind: text("kind", { enum: answerKinds }).notNull(),
    title: text("title").notNull(),
    words: text("words").notNull(),
    reasons: text("reasons", { mode: "json" }).$type<readonly Reason[]>().notNull(),
    uses: integer("uses").notNull().default(0),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("canned_answers_group").on(t.groupId, t.kind)],
);
