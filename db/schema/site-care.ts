/** What those who run a site put up, hand out and look at. Times are integers in milliseconds. */
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { announcementLevels } from "#app/domain/site/announcement.ts";
import { members } from "./accounts.ts";

/** A bar above every page, from a moment until another; a withdrawn one ends at that moment. */
export const announcements = sqliteTable(
  "announcements",
  {
    id: text("id").primaryKey(),
    words: text("words").notNull(),
    level: text("level", { enum: announcementLevels }).notNull(),
    fromAt: integer("from_at").notNull(),
    untilAt: integer("until_at").notNull(),
    createdBy: text("created_by").references(() => members.id, { onDelete: "set null" }),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [index("announcements_until").on(t.untilAt)],
);

/** A link with which one person makes an account where sign-up is not open to everybody. */
export const siteInvitations = sqliteTable(
  "site_invitations",
  {
    id: text("id").primaryKey(),
    /** SHA-256 (hex) of the token in the link. */
    tokenHash: text("token_hash").notNull(),
    /** For whom it was made, as a reminder. */
    remark: text("remark").notNull().default(""),
    createdBy: text("created_by").references(() => members.id, { onDelete: "set null" }),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    usedAt: integer("used_at"),
    revokedAt: integer("revoked_at"),
  },
  (t) => [uniqueIndex("site_invitations_token").on(t.tokenHash)],
);

/** An administrator's session in which the site is shown as a member sees it. Kept until its end stands in the record. */
export const viewings = sqliteTable("viewings", {
  /** No foreign key: the session may end first. */
  sessionId: text("session_id").primaryKey(),
  adminId: text("admin_id").notNull(),
  memberId: text("member_id").notNull(),
  startedAt: integer("started_at").notNull(),
  endsAt: integer("ends_at").notNull(),
});
