/** Tags that were renamed or merged: what their old names lead to, and what it takes to go back. Times in milliseconds. */
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Colour } from "#app/domain/annotation/annotation.ts";
import { annotations } from "./annotations.ts";
import { groups } from "./groups.ts";

/** A name that is no tag any more: who types it gets the other one. */
export const tagAliases = sqliteTable(
  "tag_aliases",
  {
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    key: text("key").notNull(),
    toKey: text("to_key").notNull(),
  },
  (t) => [primaryKey({ columns: [t.groupId, t.key] })],
);

/** The tag as it was, but for its key. */
export type FormerTag = {
  readonly name: string;
  readonly colour: Colour | null;
  readonly meaning: string;
  readonly isListed: boolean;
};

export const tagChanges = sqliteTable(
  "tag_changes",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id, { onDelete: "cascade" }),
    kind: text("kind", { enum: ["rename", "merge"] }).notNull(),
    fromKey: text("from_key").notNull(),
    former: text("former", { mode: "json" }).$type<FormerTag>().notNull(),
    toKey: text("to_key").notNull(),
    toName: text("to_name").notNull(),
    /** Number of its row in the record. */
    decision: integer("decision").notNull(),
    at: integer("at").notNull(),
    undoneAt: integer("undone_at"),
  },
  (t) => [index("tag_changes_group").on(t.groupId, t.at)],
);

/** The notes that carried the old name; `hadBoth`: the new one too. */
export const tagChangeNotes = sqliteTable(
  "tag_change_notes",
  {
    changeId: text("change_id")
      .notNull()
      .references(() => tagChanges.id, { onDelete: "cascade" }),
    annotationId: text("annotation_id")
      .notNull()
      .references(() => annotations.id, { onDelete: "cascade" }),
    hadBoth: integer("had_both", { mode: "boolean" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.changeId, t.annotationId] })],
);
