/** Links under which a member shows what they wrote. */
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { WorkChoice } from "#app/domain/work/work-choice.ts";
import { members } from "./accounts.ts";
import { groups } from "./groups.ts";

export const workLinks = sqliteTable(
  "work_links",
  {
    id: text("id").primaryKey(),
    /** SHA-256 (hex) of the token in the link. */
    tokenHash: text("token_hash").notNull(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    choice: text("choice", { mode: "json" }).$type<WorkChoice>().notNull(),
    withPrivate: integer("with_private", { mode: "boolean" }).notNull(),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    revokedAt: integer("revoked_at"),
  },
  (t) => [uniqueIndex("work_links_token").on(t.tokenHash), index("work_links_member").on(t.memberId, t.groupId)],
);
