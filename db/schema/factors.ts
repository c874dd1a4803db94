/** What members prove themselves with beside a password, and what is known of accounts that end. Times in milliseconds. */
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { challengePurposes, deletionChoices } from "#app/domain/member/factors.ts";
import { members, sessions } from "./accounts.ts";

/** The app with time-based codes (RFC 6238) of a member, at most one. */
export const authenticators = sqliteTable("authenticators", {
  memberId: text("member_id")
    .primaryKey()
    .references(() => members.id, { onDelete: "cascade" }),
  /** The shared secret, sealed with the key file of the data folder: a copy of the database alone gives no codes. */
  sealed: text("sealed").notNull(),
  createdAt: integer("created_at").notNull(),
  /** Null until the member has typed a code of it: only then is it asked for. */
  confirmedAt: integer("confirmed_at"),
  /** The 30-second step of the last code that was taken; that one and older ones are refused. */
  lastStep: integer("last_step").notNull().default(0),
});

/** Ten codes for the day on which app and passkey are lost, each good once. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    /** SHA-256 (hex) of the code, which has 80 random bits. */
    hash: text("hash").notNull(),
    usedAt: integer("used_at"),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.hash] })],
);

/** Public keys of members' passkeys (WebAuthn). */
export const passkeys = sqliteTable(
  "passkeys",
  {
    id: text("id").primaryKey(),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    /** The authenticator's name for it, base64url. */
    credentialId: text("credential_id").notNull(),
    /** COSE. */
    publicKey: blob("public_key", { mode: "buffer" }).notNull(),
    /** Signatures that it has made as it says; 0 for those that do not count. */
    counter: integer("counter").notNull(),
    transports: text("transports", { mode: "json" }).$type<readonly string[]>().notNull(),
    name: text("name").notNull(),
    createdAt: integer("created_at").notNull(),
    usedAt: integer("used_at"),
  },
  (t) => [uniqueIndex("passkeys_credential").on(t.credentialId), index("passkeys_member").on(t.memberId)],
);

/** Challenges that wait for the answer of a passkey: each for five minutes and one answer. */
export const challenges = sqliteTable(
  "challenges",
  {
    /** SHA-256 (hex) of the challenge. */
    hash: text("hash").primaryKey(),
    purpose: text("purpose", { enum: challengePurposes }).notNull(),
    /** Who may answer; null where the answer says who signs in. */
    memberId: text("member_id").references(() => members.id, { onDelete: "cascade" }),
    /** The session in which it was asked for, which alone may answer. */
    sessionId: text("session_id").references(() => sessions.id, { onDelete: "cascade" }),
    expiresAt: integer("expires_at").notNull(),
  },
  (t) => [index("challenges_member").on(t.memberId), index("challenges_session").on(t.sessionId)],
);

/** Accounts whose members asked for their end; signing in before it is due takes the row away. */
export const deletions = sqliteTable(
  "deletions",
  {
    memberId: text("member_id")
      .primaryKey()
      .references(() => members.id, { onDelete: "cascade" }),
    choice: text("choice", { enum: deletionChoices }).notNull(),
    requestedAt: integer("requested_at").notNull(),
    dueAt: integer("due_at").notNull(),
  },
  (t) => [index("deletions_due").on(t.dueAt)],
);

/** Names of accounts that have ended, so that nobody slips into one: HMACs under the key of the data folder. */
export const quarantinedNames = sqliteTable("quarantined_names", {
  /** Of the folded name. */
  name: text("name").primaryKey(),
  /** Of the address, whose owner may have the name again. */
  address: text("address").notNull(),
  until: integer("until").notNull(),
});
