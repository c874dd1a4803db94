/** Appeals and their messages. Times in milliseconds. */
import { and, asc, desc, eq, lt } from "drizzle-orm";
import type { AppealState } from "#app/domain/moderation/appeal.ts";
import type { Db } from "#db/client.ts";
import { appealMessages, appeals } from "#db/schema/appeals.ts";

export type AppealRow = typeof appeals.$inferSelect;
export type AppealMessage = typeof appealMessages.$inferSelect;

/** Verbs over appeals. */
export function appealsRepository(db: Db) {
  return {
    async find(id: string): Promise<AppealRow | null> {
      return db.select().from(appeals).where(eq(appeals.id, id)).get() ?? null;
    },

    async ofDecision(decision: number): Promise<AppealRow | null> {
      return db.select().from(appeals).where(eq(appeals.decision, decision)).get() ?? null;
    },

    /** How many the member has open in the group. */
    async countOpen(groupId: string, memberId: string): Promise<number> {
      const own = and(eq(appeals.groupId, groupId), eq(appeals.appellantId, memberId), eq(appeals.state, "open"));
      return db.$count(appeals, own);
    },

    async insert(appeal: AppealRow): Promise<void> {
      db.insert(appeals).values(appeal).run();
    },

    async close(id: string, state: AppealState, now: number): Promise<void> {
      db.update(appeals).set({ state, decidedAt: now }).where(eq(appeals.id, id)).run();
    },

    /** Open ones that were made before that moment, oldest first. */
    async openBefore(moment: number, limit: number): Promise<readonly AppealRow[]> {
      const due = and(eq(appeals.state, "open"), lt(appeals.createdAt, moment));
      return db.select().from(appeals).where(due).orderBy(asc(appeals.createdAt)).limit(limit).all();
    },

    /** Of a group, open ones first, then newest first. */
    async ofGroup(groupId: string, limit: number): Promise<readonly AppealRow[]> {
      return db
        .select()
        .from(appeals)
        .where(eq(appeals.groupId, groupId))
        .orderBy(desc(eq(appeals.state, "open")), desc(appeals.createdAt), desc(appeals.id))
        .limit(limit)
        .all();
    },

    async say(message: AppealMessage): Promise<void> {
      db.insert(appealMessages).values(message).run();
    },

    /** Oldest first. */
    async messages(appealId: string): Promise<readonly AppealMessage[]> {
      return db
        .select()
        .from(appealMessages)
        .where(eq(appealMessages.appealId, appealId))
        .orderBy(asc(appealMessages.at), asc(appealMessages.id))
        .all();
    },
  };
}
