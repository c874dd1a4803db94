/** Texts between paste and "Add this text". */
import { and, desc, eq, isNull, lt, ne } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { imports } from "#db/schema/documents.ts";

export type ImportRow = typeof imports.$inferSelect;

/** Where a proposal stands, without its pieces. */
export type ImportState = Pick<ImportRow, "id" | "groupId" | "state" | "sentence" | "fileName" | "source">;

/** What a reading found. */
export type ReadImport = Omit<
  ImportRow,
  "id" | "groupId" | "memberId" | "createdAt" | "revises" | "state" | "sentence"
> & {
  readonly state: "ready";
};

/** Verbs over proposed texts. */
export function importsRepository(db: Db) {
  const isRead = (id: string) => and(eq(imports.id, id), eq(imports.state, "reading"));

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

    /** Only the member's own. */
    async state(id: string, memberId: string): Promise<ImportState | null> {
      const { groupId, state, sentence, fileName, source } = imports;
      const row = db
        .select({ id: imports.id, groupId, state, sentence, fileName, source })
        .from(imports)
        .where(and(eq(imports.id, id), eq(imports.memberId, memberId)))
        .get();
      return row ?? null;
    },

    /** Id of the newest one that the member has waiting in the group with the same bytes under the same name; null for none. */
    async waiting(
      wanted: Pick<ImportRow, "groupId" | "memberId" | "fileName" | "revises"> & { readonly sourceHash: string },
    ): Promise<string | null> {
      const { groupId, memberId, sourceHash, fileName, revises } = wanted;
      const row = db
        .select({ id: imports.id })
        .from(imports)
        .where(
          and(
            eq(imports.memberId, memberId),
            eq(imports.groupId, groupId),
            eq(imports.sourceHash, sourceHash),
            ne(imports.state, "failed"),
            revises === null ? isNull(imports.revises) : eq(imports.revises, revises),
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

    /** Puts what was found into the row that waits for it, if it still does. */
    async fill(id: string, found: ReadImport): Promise<void> {
      db.update(imports).set(found).where(isRead(id)).run();
    },

    /** Says why a reading failed, null where nobody knows. */
    async fail(id: string, sentence: string | null): Promise<void> {
      db.update(imports).set({ state: "failed", sentence }).where(isRead(id)).run();
    },

    /** Marks those as failed that have been read since before that time (milliseconds). */
    async failBefore(time: number): Promise<void> {
      db.update(imports)
        .set({ state: "failed" })
        .where(and(eq(imports.state, "reading"), lt(imports.createdAt, time)))
        .run();
    },

    async remove(id: string): Promise<void> {
      db.delete(imports).where(eq(imports.id, id)).run();
    },

    /** How many the member has waiting, or being read. */
    async count(memberId: string): Promise<number> {
      return db.$count(imports, and(eq(imports.memberId, memberId), ne(imports.state, "failed")));
    },

    /** How many of the member's are being read. */
    async countRead(memberId: string): Promise<number> {
      return db.$count(imports, and(eq(imports.memberId, memberId), eq(imports.state, "reading")));
    },

    /** Forgets those made before that time (milliseconds); returns how many. */
    async removeBefore(time: number): Promise<number> {
      return db.delete(imports).where(lt(imports.createdAt, time)).run().changes;
    },
  };
}
