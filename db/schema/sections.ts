/** Divisions of a group into sections. A section's audience and its seats stand in `audiences` and `seats`. */
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { sectionMethods } from "#app/domain/section/section.ts";
import { members } from "./accounts.ts";
import { groups } from "./groups.ts";

export const sectionSets = sqliteTable(
  "section_sets",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    method: text("method", { enum: sectionMethods }).notNull(),
    /** Members that a section aims at; null where it was made by hand. */
    size: integer("size"),
    version: integer("version").notNull().default(1),
    createdAt: integer("created_at").notNull(),
    archivedAt: integer("archived_at"),
  },
  (t) => [index("section_sets_group").on(t.groupId)],
);

export const sections = sqliteTable(
  "sections",
  {
    id: text("id").primaryKey(),
    setId: text("set_id")
      .notNull()
      .references(() => sectionSets.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    place: integer("place").notNull(),
    createdAt: integer("created_at").notNull(),
    /** Its notes stay with their authors and staff. */
    dissolvedAt: integer("dissolved_at"),
  },
  (t) => [index("sections_set").on(t.setId, t.place)],
);

/** A row stays when its member is moved, so that it is known who has read with whom. */
export const sectionMembers = sqliteTable(
  "section_members",
  {
    sectionId: text("section_id")
      .notNull()
      .references(() => sections.id, { onDelete: "cascade" }),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id, { onDelete: "cascade" }),
    joinedAt: integer("joined_at").notNull(),
    leftAt: integer("left_at"),
  },
  (t) => [primaryKey({ columns: [t.sectionId, t.memberId] }), index("section_members_member").on(t.memberId)],
);

/** What a change of a set did, so that it can be taken back: members by section id, before and after. */
export const sectionChanges = sqliteTable(
  "section_changes",
  {
    id: text("id").primaryKey(),
    setId: text("set_id")
      .notNull()
      .references(() => sectionSets.id, { onDelete: "cascade" }),
    actorId: text("actor_id").references(() => members.id, { onDelete: "set null" }),
    at: integer("at").notNull(),
    /** Version of the set after it. */
    version: integer("version").notNull(),
    before: text("before", { mode: "json" }).$type<Readonly<Record<string, readonly string[]>>>().notNull(),
    after: text("after", { mode: "json" }).$type<Readonly<Record<string, readonly string[]>>>().notNull(),
    undoneAt: integer("undone_at"),
  },
  (t) => [index("section_changes_set").on(t.setId, t.version)],
);
