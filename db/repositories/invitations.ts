import { and, desc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { members } from "../schema/accounts.ts";
import { invitations } from "../schema/groups.ts";

export type InvitationRecord = typeof invitations.$inferSelect;

/** Ways into a group; the link's token is stored as its SHA-256. */
export function invitationsRepository(db: Db) {
  return {
    async insert(invitation: Omit<InvitationRecord, "uses" | "revokedAt">): Promise<void> {
      db.insert(invitations).values(invitation).run();
    },

    async byHash(tokenHash: string): Promise<InvitationRecord | null> {
      return db.select().from(invitations).where(eq(invitations.tokenHash, tokenHash)).get() ?? null;
    },

    /** Newest first, with the name of the one who invited. */
    async ofGroup(groupId: string): Promise<(InvitationRecord & { inviter: string })[]> {
      return db
        .select({ invitation: invitations, inviter: members.name })
        .from(invitations)
        .innerJoin(members, eq(members.id, invitations.createdBy))
        .where(eq(invitations.groupId, groupId))
        .orderBy(desc(invitations.createdAt), desc(invitations.id))
        .all()
        .map((row) => ({ ...row.invitation, inviter: row.inviter }));
    },

    /** Counts one use; false when the invitation is revoked, expired or used up. */
    async use(id: string, now: number): Promise<boolean> {
      const left = or(isNull(invitations.maxUses), lt(invitations.uses, invitations.maxUses));
      const result = db
        .update(invitations)
        .set({ uses: sql`${invitations.uses} + 1` })
        .where(and(eq(invitations.id, id), isNull(invitations.revokedAt), gt(invitations.expiresAt, now), left))
        .run();
      return result.changes === 1;
    },

    /** Revokes an open invitation of that group; false when there is none. */
    async revoke(groupId: string, id: string, now: number): Promise<boolean> {
      const result = db
        .update(invitations)
        .set({ revokedAt: now })
        .where(and(eq(invitations.id, id), eq(invitations.groupId, groupId), isNull(invitations.revokedAt)))
        .run();
      return result.changes === 1;
    },
  };
}
