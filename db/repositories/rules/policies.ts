/** Policies that make notes wait, and the outside checks of groups. Times in milliseconds. */
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { HoldPolicy } from "#app/domain/moderation/rules/hold-policy.ts";
import type { Db } from "#db/client.ts";
import { holdPolicies, outsideChecks } from "#db/schema/rules.ts";

export type PolicyRow = typeof holdPolicies.$inferSelect;
export type CheckRow = typeof outsideChecks.$inferSelect;
export type CheckPatch = Partial<Omit<CheckRow, "groupId" | "version">>;

/** Verbs over policies. */
export function holdPoliciesRepository(db: Db) {
  return {
    /** Those that were not ended, oldest first; also such as have not begun or are over. */
    async ofGroup(groupId: string): Promise<readonly HoldPolicy[]> {
      const rows = db
        .select()
        .from(holdPolicies)
        .where(and(eq(holdPolicies.groupId, groupId), isNull(holdPolicies.endedAt)))
        .orderBy(asc(holdPolicies.createdAt), asc(holdPolicies.id))
        .all();
      return rows.map(policyOf);
    },

    async insert(row: PolicyRow): Promise<void> {
      db.insert(holdPolicies).values(row).run();
    },

    /** False where the group has no such policy any more. */
    async end(groupId: string, id: string, now: number): Promise<boolean> {
      const open = and(eq(holdPolicies.groupId, groupId), eq(holdPolicies.id, id), isNull(holdPolicies.endedAt));
      return db.update(holdPolicies).set({ endedAt: now }).where(open).run().changes > 0;
    },

    /** Holds again; false where the group has none of that id that was ended. */
    async reopen(groupId: string, id: string): Promise<boolean> {
      const ended = and(eq(holdPolicies.groupId, groupId), eq(holdPolicies.id, id), isNotNull(holdPolicies.endedAt));
      return db.update(holdPolicies).set({ endedAt: null }).where(ended).run().changes > 0;
    },
  };
}

/** Verbs over outside checks. */
export function outsideChecksRepository(db: Db) {
  return {
    async find(groupId: string): Promise<CheckRow | null> {
      return db.select().from(outsideChecks).where(eq(outsideChecks.groupId, groupId)).get() ?? null;
    },

    /** Adds or replaces the group's check. */
    async put(row: CheckRow): Promise<void> {
      const { groupId: _, ...said } = row;
      db.insert(outsideChecks).values(row).onConflictDoUpdate({ target: outsideChecks.groupId, set: said }).run();
    },

    async drop(groupId: string): Promise<void> {
      db.delete(outsideChecks).where(eq(outsideChecks.groupId, groupId)).run();
    },

    /** Keeps when it answered or failed last, which is no new version. */
    async note(groupId: string, patch: Pick<CheckPatch, "answeredAt" | "failedAt" | "failure">): Promise<void> {
      db.update(outsideChecks).set(patch).where(eq(outsideChecks.groupId, groupId)).run();
    },
  };
}

function policyOf({ subjectId, groupId: _, createdAt: __, endedAt: ___, ...policy }: PolicyRow): HoldPolicy {
  return { ...policy, subject: subjectId };
}
