/** Texts between paste and "Add this text". */
import { and, desc, eq, isNull, lt } from "drizzle-orm";
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

    /** Id of the newest one that the member has waiting in the group with the same bytes under the same name; null for none. */
    async waiting(
      wanted: Pick<ImportRow, "groupId" | "memberId" | "fileName"> & { readonly sourceHash: string },
    ): Promise<string | null> {
      const { groupId, memberId, sourceHash, fileName } = wanted;
      const row = db
        .select({ id: imports.id })
        .from(imports)
        .where(
          and(
            eq(imports.memberId, memberId),
            eq(imports.groupId, groupId),
            eq(imports.sourceHash, sourceHash),
            fileName === null ? isNull(imports.fileName) : eq(imports.fileName, fileName),
          ),
        )
        .orderBy(desc(imports.createdAt))
        .get();
      return row?.id ?? null;
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
