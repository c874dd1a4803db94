/** Sanctions. Times are integers in milliseconds. What was said with one stands beside its row of the record. */
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { reasons } from "#app/domain/moderation/reason.ts";
import { endings, sanctionKinds, scopeKinds } from "#app/domain/moderation/sanction.ts";
import { members } from "./accounts.ts";
import { documents } from "./documents.ts";
import { groups } from "./groups.ts";

/** Where the hiding of somebody's notes stands: on its way, done, being taken back, taken back. */
export const batchStates = ["hiding", "hidden", "restoring", "restored"] as const;

export const sanctions = sqliteTable(
  "sanctions",
  {
    id: text("id").primaryKey(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    /** Null for the whole site. */
    groupId: text("group_id").references(() => groups.id, { onDelete: "cascade" }),
    /** Null where it holds in more than one text. */
    documentId: text("document_id").references(() => documents.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: sanctionKinds }).notNull(),
    scopeKind: text("scope_kind", { enum: scopeKinds }).notNull(),
    /** Root of the thread, text or group; "" for the site. */
    scopeId: text("scope_id").notNull(),
    reason: text("reason", { enum: reasons }).notNull(),
    startsAt: integer("starts_at").notNull(),
    endsAt: integer("ends_at"),
    imposedBy: text("imposed_by").references(() => members.id, { onDelete: "set null" }),
    /** Number of its row in the record, and the id under which its words are kept. */
    decision: integer("decision").notNull(),
    decisionId: text("decision_id").notNull(),
    acknowledgedAt: integer("acknowledged_at"),
    endedAt: integer("ended_at"),
    ending: text("ending", { enum: endings }),
    /** Notes written since then are hidden with it. */
    hidesFrom: integer("hides_from"),
    batchId: text("batch_id"),
    batchState: text("batch_state", { enum: batchStates }),
  },
  (t) => [
    index("sanctions_member").on(t.memberId, t.ending),
    index("sanctions_group").on(t.groupId, t.startsAt),
    index("sanctions_end").on(t.ending, t.endsAt),
    index("sanctions_batch").on(t.batchState),
  ],
);
