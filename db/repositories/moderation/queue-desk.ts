/** What moderators keep beside the items: words to each other, and views under a name. */
import { and, asc, eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { queueNotes, queueViews } from "#db/schema/moderation.ts";

export type QueueNote = typeof queueNotes.$inferSelect;
export type QueueViewRow = typeof queueViews.$inferSelect;

/** Verbs over them. */
export function queueDeskRepository(db: Db) {
  return {
    async addNote(note: QueueNote): Promise<void> {
      db.insert(queueNotes).values(note).run();
    },

    /** Oldest first. */
    async notes(itemId: string): Promise<readonly QueueNote[]> {
      return db
        .select()
        .from(queueNotes)
        .where(eq(queueNotes.itemId, itemId))
        .orderBy(asc(queueNotes.at), asc(queueNotes.id))
        .all();
    },

    /** By name. */
    async views(groupId: string, memberId: string): Promise<readonly QueueViewRow[]> {
      const own = and(eq(queueViews.groupId, groupId), eq(queueViews.memberId, memberId));
      return db.select().from(queueViews).where(own).orderBy(asc(queueViews.name)).all();
    },

    /** A name again keeps its id and takes the new query; gives the id. */
    async saveView(view: QueueViewRow): Promise<string> {
      const row = db
        .insert(queueViews)
        .values(view)
        .onConflictDoUpdate({
          target: [queueViews.memberId, queueViews.groupId, queueViews.name],
          set: { query: view.query },
        })
        .returning({ id: queueViews.id })
        .get();
      return row.id;
    },

    async dropView(id: string, memberId: string): Promise<void> {
      db.delete(queueViews)
        .where(and(eq(queueViews.id, id), eq(queueViews.memberId, memberId)))
        .run();
    },
  };
}
