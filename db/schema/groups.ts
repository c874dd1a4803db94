import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { type AudienceKind, audienceKinds, type Gate } from "#app/domain/audience/audience.ts";
import { recordAudiences, roles } from "#app/domain/group/group.ts";
import { members } from "./accounts.ts";

export const groups = sqliteTable("groups", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  description: text("description").notNull().default(""),
  /** Names that the group gave to highlight colours. */
  colourNames: text("colour_names", { mode: "json" }).$type<Record<string, string>>().notNull(),
  /** Who reads what moderators did here, without names. */
  recordShown: text("record_shown", { enum: recordAudiences }).notNull().default("staff"),
  createdAt: integer("created_at").notNull(),
  archivedAt: integer("archived_at"),
  deleteAfter: integer("delete_after"),
});

/** A row stays when its member leaves: what they wrote stands under their name. */
export const memberships = sqliteTable(
  "memberships",
  {
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    role: text("role", { enum: roles }).notNull(),
    joinedAt: integer("joined_at").notNull(),
    leftAt: integer("left_at"),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.memberId] }), index("memberships_member").on(t.memberId)],
);

export const invitations = sqliteTable(
  "invitations",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    /** SHA-256 (hex) of the token in the link. */
    tokenHash: text("token_hash").notNull(),
    role: text("role", { enum: roles }).notNull(),
    /** Set for an invitation by mail, which is good for one person. */
    email: text("email"),
    createdBy: text("created_by")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    /** Null: any number of people may use the link. */
    maxUses: integer("max_uses"),
    uses: integer("uses").notNull().default(0),
    revokedAt: integer("revoked_at"),
  },
  (t) => [uniqueIndex("invitations_token").on(t.tokenHash), index("invitations_group").on(t.groupId)],
);

/** Who sees an item: the group, its staff, one member's desk, a section, or the readers of an assignment. */
export const audiences = sqliteTable(
  "audiences",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: audienceKinds }).$type<AudienceKind>().notNull(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    /** The one member of a desk, else null. */
    memberId: text("member_id").references(() => members.id, { onDelete: "cascade" }),
    /** Of a cohort: the assignment that is read there. A cohort goes with it; no reference, since `assignments` stands above. */
    assignmentId: text("assignment_id"),
    /** Of a section, and of a cohort that reads by sections. */
    sectionId: text("section_id"),
    gate: text("gate", { mode: "json" }).$type<Gate>().notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    index("audiences_group").on(t.groupId, t.kind, t.memberId),
    index("audiences_assignment").on(t.assignmentId),
    index("audiences_section").on(t.sectionId),
  ],
);

/** A random name for a member within one audience; rooms carry seats, never members. */
export const seats = sqliteTable(
  "seats",
  {
    id: text("id").primaryKey(),
    audienceId: text("audience_id")
      .notNull()
      .references(() => audiences.id, { onDelete: "cascade" }),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    createdAt: integer("created_at").notNull(),
    leftAt: integer("left_at"),
    /** Whether peers see a pseudonym there. */
    isVeiled: integer("is_veiled", { mode: "boolean" }).notNull().default(false),
  },
  (t) => [uniqueIndex("seats_member").on(t.audienceId, t.memberId), index("seats_by_member").on(t.memberId)],
);
