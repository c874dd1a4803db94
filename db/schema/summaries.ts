/** Summaries of threads with all their versions. Times in milliseconds. */
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Cited } from "#app/domain/summary/summary.ts";
import { members } from "./accounts.ts";
import { annotations } from "./annotations.ts";
import { seats } from "./groups.ts";

/** Which version of a thread's summary holds; a row stays when it is withdrawn. */
export const summaries = sqliteTable("summaries", {
  rootId: text("root_id")
    .primaryKey()
    .references(() => annotations.id, { onDelete: "cascade" }),
  /** Null: withdrawn. */
  shown: integer("shown"),
  /** The newest version there is; versions count from 1. */
  latest: integer("latest").notNull(),
});

export const summaryVersions = sqliteTable(
  "summary_versions",
  {
    rootId: text("root_id")
      .notNull()
      .references(() => annotations.id, { onDelete: "cascade" }),
    n: integer("n").notNull(),
    /** "" once it was erased with a note that it cites. */
    body: text("body").notNull(),
    cited: text("cited", { mode: "json" }).$type<readonly Cited[]>().notNull(),
    memberId: text("member_id").references(() => members.id, { onDelete: "set null" }),
    /** Of who wrote it, in the audience where the thread stands. */
    seatId: text("seat_id")
      .notNull()
      .references(() => seats.id),
    at: integer("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.rootId, t.n] })],
);
