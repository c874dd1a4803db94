/** Appeals against decisions, and what was said about them. Times are integers in milliseconds. */
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { appealStates } from "#app/domain/moderation/appeal.ts";
import { members } from "./accounts.ts";
import { groups } from "./groups.ts";

export const appeals = sqliteTable(
  "appeals",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    /** Number of the decision in the record; one appeal for each. */
    decision: integer("decision").notNull(),
    appellantId: text("appellant_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    state: text("state", { enum: appealStates }).notNull(),
    createdAt: integer("created_at").notNull(),
    decidedAt: integer("decided_at"),
  },
  (t) => [
    uniqueIndex("appeals_decision").on(t.decision),
    index("appeals_appellant").on(t.appellantId, t.state),
    index("appeals_state").on(t.state, t.createdAt),
  ],
);

export const appealMessages = sqliteTable(
  "appeal_messages",
  {
    id: text("id").primaryKey(),
    appealId: text("appeal_id")
      .notNull()
      .references(() => appeals.id, { onDelete: "cascade" }),
    /** Null once its author's account is gone. */
    authorId: text("author_id").references(() => members.id, { onDelete: "set null" }),
    /** The appellant sees staff as "a moderator". */
    isStaff: integer("is_staff", { mode: "boolean" }).notNull(),
    words: text("words").notNull(),
    at: integer("at").notNull(),
  },
  (t) => [index("appeal_messages_appeal").on(t.appealId, t.at)],
);
