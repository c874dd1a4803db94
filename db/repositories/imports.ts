/** Texts between paste and "Add this text". */
import { and, eq, lt } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { imports } from "#db/schema/documents.ts";

export type ImportRow = typeof imports.$inferSelect;

/** Verbs over proposed texts. */
export function importsRepository(db: Db) {
  return {
    /** Only the member's own. */
    async find(id: string, memberId: string): Promise<ImportRow | null> {
      return (
        db
          .select()
          .from(imports)
          .where(and(eq(imports.id, id), eq(imports.memberId, memberId)))
          .get() ?? null
      );
    },

    async insert(row: typeof imports.$inferInsert): Promise<void> {
      db.insert(imports).values(row).run();
    },

    async remove(id: string): Promise<void> {
      db.delete(imports).where(eq(imports.id, id)).run();
    },

    /** How many the member has waiting. */
    async count(memberId: string): Promise<number> {
      return db.$count(imports, eq(imports.memberId, memberId));
    },

    /** Forgets those made before that time (milliseconds); returns how many. */
    async removeBefore(time: number): Promise<number> {
      return db.delete(imports).where(lt(imports.createdAt, time)).run().changes;
    },
  };
}
