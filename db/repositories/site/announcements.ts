import { and, desc, eq, gt, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { announcements } from "#db/schema/site-care.ts";

export type AnnouncementRow = typeof announcements.$inferSelect;

/** Verbs over announcements; times in milliseconds. */
export function announcementsRepository(db: Db) {
  return {
    /** Those that stand at a moment, newest first. */
    async standing(now: number): Promise<readonly AnnouncementRow[]> {
      return db
        .select()
        .from(announcements)
        .where(and(lte(announcements.fromAt, now), gt(announcements.untilAt, now)))
        .orderBy(desc(announcements.fromAt), desc(announcements.id))
        .all();
    },

    /** All, newest first. */
    async list(limit: number): Promise<readonly AnnouncementRow[]> {
      return db
        .select()
        .from(announcements)
        .orderBy(desc(announcements.createdAt), desc(announcements.id))
        .limit(limit)
        .all();
    },

    async find(id: string): Promise<AnnouncementRow | null> {
      return db.select().from(announcements).where(eq(announcements.id, id)).get() ?? null;
    },

    async insert(row: AnnouncementRow): Promise<void> {
      db.insert(announcements).values(row).run();
    },

    async end(id: string, untilAt: number): Promise<void> {
      db.update(announcements).set({ untilAt }).where(eq(announcements.id, id)).run();
    },
  };
}
