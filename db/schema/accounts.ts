import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { ReaderSettings } from "#app/domain/member/member.ts";

/** Times are integers in milliseconds; ids are ULIDs unless said otherwise. */
export const members = sqliteTable(
  "members",
  {
    id: text("id").primaryKey(),
    email: text("email").notNull(),
    /** Normalised address (NFKC, case-folded, no invisible characters); what sign-in looks up. */
    emailKey: text("email_key").notNull(),
    name: text("name").notNull(),
    pronouns: text("pronouns").notNull().default(""),
    timeZone: text("time_zone").notNull().default("UTC"),
    hue: integer("hue").notNull(),
    /** File name under DATA_DIR/pictures, or null. */
    picture: text("picture"),
    /** argon2id in PHC format; null until an invited member has chosen one. */
    passwordHash: text("password_hash"),
    isAdmin: integer("is_admin", { mode: "boolean" }).notNull().default(false),
    isDemo: integer("is_demo", { mode: "boolean" }).notNull().default(false),
    settings: text("settings", { mode: "json" }).$type<Partial<ReaderSettings>>().notNull(),
    createdAt: integer("created_at").notNull(),
    /** When the account ended: what others answered stands under a name for all who left, and nobody can sign in. */
    endedAt: integer("ended_at"),
  },
  (t) => [uniqueIndex("members_email_key").on(t.emailKey)],
);

export const sessions = sqliteTable(
  "sessions",
  {
    /** SHA-256 (hex) of the cookie's token, never the token. */
    id: text("id").primaryKey(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    expiresAt: integer("expires_at").notNull(),
    createdAt: integer("created_at").notNull(),
    seenAt: integer("seen_at").notNull(),
    /** A short reading of the user agent ("Firefox on Linux"), for the person's own list of sessions. */
    device: text("device").notNull(),
    /** When password or factor was last proved in this session; sensitive verbs want it recent. */
    confirmedAt: integer("confirmed_at").notNull(),
    /** A few bits of a hash of the address it was opened from: they tell that two may be one person, and no address. */
    addressMark: integer("address_mark"),
    /** True between password and second factor: such a session reaches nothing but the page that asks for the factor. */
    awaitsFactor: integer("awaits_factor", { mode: "boolean" }).notNull().default(false),
  },
  (t) => [index("sessions_member").on(t.memberId)],
);

/**
 * Tokens of links: first administrator, sign-up by letter, password reset, change of address and its taking back, each good
 * once; and `letters`, which stops letters as often as it is pressed.
 */
export const tokens = sqliteTable(
  "tokens",
  {
    /** SHA-256 (hex) of the token. */
    hash: text("hash").primaryKey(),
    kind: text("kind", { enum: ["setup", "sign-up", "reset", "email", "email-revert", "letters"] }).notNull(),
    memberId: text("member_id").references(() => members.id, { onDelete: "cascade" }),
    /** The new address for `email`, the old one for `email-revert`, the account to be made as JSON for `sign-up`, which letters for `letters`. */
    payload: text("payload").notNull().default(""),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    usedAt: integer("used_at"),
  },
  (t) => [index("tokens_member").on(t.memberId, t.kind)],
);
