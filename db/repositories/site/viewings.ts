import { eq, lte, notExists, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { sessions } from "#db/schema/accounts.ts";
import { viewings } from "#db/schema/site-care.ts";

export type ViewingRow = typeof viewings.$inferSelect;

/** Verbs over sessions in which an administrator looks at the site as a member. */
export function viewingsRepository(db: Db) {
  // Prepared: asked at every request of an administrator.
  const one = db
    .select()
    .from(viewings)
    .where(eq(viewings.sessionId, sql.placeholder("sessionId")))
    .prepare();

  return {
    async of(sessionId: string): Promise<ViewingRow | null> {
      return one.get({ sessionId }) ?? null;
    },

    async insert(row: ViewingRow): Promise<void> {
      db.insert(viewings).values(row).run();
    },

    /** The row that was there, or null: whoever gets it writes its end down. */
    async take(sessionId: string): Promise<ViewingRow | null> {
      return db.delete(viewings).where(eq(viewings.sessionId, sessionId)).returning().get() ?? null;
    },

    /** Those whose time is over at `now` (milliseconds), and those whose session has ended. */
    async over(now: number): Promise<readonly ViewingRow[]> {
      const session = db.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, viewings.sessionId));
      return db
        .select()
        .from(viewings)
        .where(or(lte(viewings.endsAt, now), notExists(session)))
        .all();
    },
  };
}
