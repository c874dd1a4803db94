/** What was said of threads as a whole, and whom notes name. */
import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { mentions, threadStates } from "#db/schema/annotations.ts";

/** A row of `thread_states`; `at` in milliseconds. */
export type ThreadState = typeof threadStates.$inferSelect;

/** Verbs over thread states and mentions. */
export function threadsRepository(db: Db) {
  // Who is named by a seat of an audience under whose seats the note is written, and sits where the note stands.
  const named = db.$client
    .prepare<[string, string, string], string>(
      `SELECT DISTINCT s.member_id FROM seats s
       WHERE s.id IN (SELECT value FROM json_each(?)) AND s.left_at IS NULL
         AND s.audience_id IN (
           SELECT x.audience_id FROM placements p JOIN seats x ON x.id = p.seat_id WHERE p.annotation_id = ?)
         AND EXISTS (
           SELECT 1 FROM placements p JOIN seats r ON r.audience_id = p.audience_id
           WHERE p.annotation_id = ? AND r.member_id = s.member_id AND r.left_at IS NULL)
       ORDER BY s.member_id`,
    )
    .pluck();

  return {
    async find(rootId: string): Promise<ThreadState | null> {
      return db.select().from(threadStates).where(eq(threadStates.rootId, rootId)).get() ?? null;
    },

    async put(state: ThreadState): Promise<void> {
      const { rootId, ...rest } = state;
      db.insert(threadStates).values(state).onConflictDoUpdate({ target: threadStates.rootId, set: rest }).run();
    },

    /** Members who are named by these seats and can see the note, by id. */
    async named(annotationId: string, seats: readonly string[]): Promise<readonly string[]> {
      return seats.length === 0 ? [] : named.all(JSON.stringify(seats), annotationId, annotationId);
    },

    /** Keeps who is named in a note; gives those who were not named before. */
    async mention(annotationId: string, memberIds: readonly string[]): Promise<readonly string[]> {
      const isOfNote = eq(mentions.annotationId, annotationId);
      const before = new Set(
        db
          .select({ id: mentions.memberId })
          .from(mentions)
          .where(isOfNote)
          .all()
          .map(({ id }) => id),
      );
      if (before.size > 0) db.delete(mentions).where(isOfNote).run();
      for (const memberId of memberIds) db.insert(mentions).values({ annotationId, memberId }).run();
      return memberIds.filter((id) => !before.has(id));
    },
  };
}
