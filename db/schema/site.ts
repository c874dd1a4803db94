/** What those who run the site have decided for all of it. */
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** One row for each setting that was ever changed; what is missing goes by its default (`app/domain/site/site-settings.ts`). */
export const siteSettings = sqliteTable("site_settings", {
  key: text("key").primaryKey(),
  value: text("value", { mode: "json" }).$type<unknown>().notNull(),
  changedAt: integer("changed_at").notNull(),
});
