/** How much the texts of a group take. */
import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { documentRevisions, documents, imports } from "#db/schema/documents.ts";

/** Verbs that add up what indexes hold: no page of a text is read. */
export function storageUseRepository(db: Db) {
  return {
    /** Bytes of all revisions of the group's texts and of what waits to be added. */
    async ofGroup(groupId: string): Promise<number> {
      const revisions = db
        .select({ bytes: sql<number>`coalesce(sum(${documentRevisions.bytes}), 0)` })
        .from(documents)
        .innerJoin(documentRevisions, eq(documentRevisions.documentId, documents.id))
        .where(eq(documents.groupId, groupId))
        .get();
      const waiting = db
        .select({ bytes: sql<number>`coalesce(sum(${imports.bytes}), 0)` })
        .from(imports)
        .where(eq(imports.groupId, groupId))
        .get();
      return (revisions?.bytes ?? 0) + (waiting?.bytes ?? 0);
    },
  };
}
