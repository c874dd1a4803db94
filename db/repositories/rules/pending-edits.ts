/** New words of published notes that wait for a person. */
import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { pendingEdits } from "#db/schema/rules.ts";

export type PendingEdit = typeof pendingEdits.$inferSelect;

/** Verbs over pending edits; a note has one at most. */
export function pendingEditsRepository(db: Db) {
  const byNote = (id: string) => eq(pendingEdits.annotationId, id);
  return {
    async find(annotationId: string): Promise<PendingEdit | null> {
      return db.select().from(pendingEdits).where(byNote(annotationId)).get() ?? null;
    },

    /** Keeps the new words in the place of earlier ones that waited. */
    async put(edit: PendingEdit): Promise<void> {
      const { annotationId: _, ...said } = edit;
      db.insert(pendingEdits).values(edit).onConflictDoUpdate({ target: pendingEdits.annotationId, set: said }).run();
    },

    async drop(annotationId: string): Promise<void> {
      db.delete(pendingEdits).where(byNote(annotationId)).run();
    },
  };
}
