/** Accounts that are about to end, and names that nobody may take over from one that has. */
import { and, asc, eq, gt, lte } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { deletions, quarantinedNames } from "#db/schema/factors.ts";

export type DeletionRecord = typeof deletions.$inferSelect;

/** Verbs over the ends of accounts. */
export function deletionsRepository(db: Db) {
  return {
    async of(memberId: string): Promise<DeletionRecord | null> {
      return db.select().from(deletions).where(eq(deletions.memberId, memberId)).get() ?? null;
    },

    /** Asked for anew, the later wish counts. */
    async request(row: DeletionRecord): Promise<void> {
      const { memberId: _, ...set } = row;
      db.insert(deletions).values(row).onConflictDoUpdate({ target: deletions.memberId, set }).run();
    },

    /** False when nothing was asked for. */
    async cancel(memberId: string): Promise<boolean> {
      return db.delete(deletions).where(eq(deletions.memberId, memberId)).run().changes > 0;
    },

    async postpone(memberId: string, dueAt: number): Promise<void> {
      db.update(deletions).set({ dueAt }).where(eq(deletions.memberId, memberId)).run();
    },

    /** Those whose grace is over at `now`, oldest wish first. */
    async due(now: number): Promise<readonly DeletionRecord[]> {
      return db.select().from(deletions).where(lte(deletions.dueAt, now)).orderBy(asc(deletions.dueAt)).all();
    },

    async quarantine(row: typeof quarantinedNames.$inferSelect): Promise<void> {
      const { name: _, ...set } = row;
      db.insert(quarantinedNames).values(row).onConflictDoUpdate({ target: quarantinedNames.name, set }).run();
    },

    /** True while a name (marked) is kept from everybody but the owner of the address (marked). */
    async isQuarantined(name: string, address: string, now: number): Promise<boolean> {
      const row = db
        .select({ address: quarantinedNames.address })
        .from(quarantinedNames)
        .where(and(eq(quarantinedNames.name, name), gt(quarantinedNames.until, now)))
        .get();
      return row !== undefined && row.address !== address;
    },

    /** Gives the number of rows swept. */
    async deleteExpiredNames(now: number): Promise<number> {
      return db.delete(quarantinedNames).where(lte(quarantinedNames.until, now)).run().changes;
    },
  };
}
