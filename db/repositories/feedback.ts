/** What students and staff say to each other about released grades. Times in milliseconds. */
import { and, asc, desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { feedbackMessages } from "#db/schema/grading.ts";

export type FeedbackMessageRow = typeof feedbackMessages.$inferSelect;

/** Verbs over the messages of grades. */
export function feedbackRepository(db: Db) {
  return {
    async find(id: string): Promise<FeedbackMessageRow | null> {
      return db.select().from(feedbackMessages).where(eq(feedbackMessages.id, id)).get() ?? null;
    },

    async say(message: FeedbackMessageRow): Promise<void> {
      db.insert(feedbackMessages).values(message).run();
    },

    /** About one student's grade, oldest first. */
    async ofMember(assignmentId: string, memberId: string): Promise<readonly FeedbackMessageRow[]> {
      return db
        .select()
        .from(feedbackMessages)
        .where(and(eq(feedbackMessages.assignmentId, assignmentId), eq(feedbackMessages.memberId, memberId)))
        .orderBy(asc(feedbackMessages.at), asc(feedbackMessages.id))
        .all();
    },

    /** Students of an assignment who spoke last, so that an answer is waited for. */
    async waiting(assignmentId: string): Promise<ReadonlySet<string>> {
      const newestFirst = db
        .select({ member: feedbackMessages.memberId, isStaff: feedbackMessages.isStaff })
        .from(feedbackMessages)
        .where(eq(feedbackMessages.assignmentId, assignmentId))
        .orderBy(desc(feedbackMessages.at), desc(feedbackMessages.id))
        .all();
      const spokeLast = new Map<string, boolean>();
      for (const { member, isStaff } of newestFirst) if (!spokeLast.has(member)) spokeLast.set(member, isStaff);
      return new Set([...spokeLast].flatMap(([member, isStaff]) => (isStaff ? [] : member)));
    },
  };
}
