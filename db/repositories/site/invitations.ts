import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { siteInvitations } from "#db/schema/site-care.ts";

export type SiteInvitationRow = typeof siteInvitations.$inferSelect;

/** Verbs over invitations to the site, each good for one person; times in milliseconds. */
export function siteInvitationsRepository(db: Db) {
  const isGood = (tokenHash: string, now: number) =>
    and(
      eq(siteInvitations.tokenHash, tokenHash),
      isNull(siteInvitations.usedAt),
      isNull(siteInvitations.revokedAt),
      gt(siteInvitations.expiresAt, now),
    );

  return {
    async insert(row: SiteInvitationRow): Promise<void> {
      db.insert(siteInvitations).values(row).run();
    },

    /** Newest first. */
    async list(limit: number): Promise<readonly SiteInvitationRow[]> {
      return db
        .select()
        .from(siteInvitations)
        .orderBy(desc(siteInvitations.createdAt), desc(siteInvitations.id))
        .limit(limit)
        .all();
    },

    /** True while a link would be taken. */
    async isGood(tokenHash: string, now: number): Promise<boolean> {
      return (
        db.select({ id: siteInvitations.id }).from(siteInvitations).where(isGood(tokenHash, now)).get() !== undefined
      );
    },

    /** Uses it up; false where it is no good, also for the second of two at once. */
    async claim(tokenHash: string, now: number): Promise<boolean> {
      return db.update(siteInvitations).set({ usedAt: now }).where(isGood(tokenHash, now)).run().changes > 0;
    },

    /** Gives back what was claimed for an account that was not made. */
    async release(tokenHash: string): Promise<void> {
      db.update(siteInvitations).set({ usedAt: null }).where(eq(siteInvitations.tokenHash, tokenHash)).run();
    },

    /** False where there was nothing left to revoke. */
    async revoke(id: string, now: number): Promise<boolean> {
      const open = and(eq(siteInvitations.id, id), isNull(siteInvitations.usedAt), isNull(siteInvitations.revokedAt));
      return db.update(siteInvitations).set({ revokedAt: now }).where(open).run().changes > 0;
    },
  };
}
