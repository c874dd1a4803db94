/** Signals, faces and endorsements on notes. */
import { and, eq } from "drizzle-orm";
import type { Reaction } from "#app/domain/annotation/reaction.ts";
import type { Db } from "#db/client.ts";
import { annotationReactions, annotations } from "#db/schema/annotations.ts";
import { documents } from "#db/schema/documents.ts";

type Given = {
  readonly annotationId: string;
  readonly memberId: string;
  readonly reaction: Reaction;
  /** The giver's seat where the note stands. */
  readonly seatId: string;
  /** Milliseconds. */
  readonly createdAt: number;
};

/** Verbs that say whether they changed anything. */
export function reactionsRepository(db: Db) {
  const isOf = (annotationId: string, memberId: string) =>
    and(eq(annotationReactions.annotationId, annotationId), eq(annotationReactions.memberId, memberId));
  return {
    async give(given: Given): Promise<boolean> {
      return db.insert(annotationReactions).values(given).onConflictDoNothing().run().changes > 0;
    },

    async take({ annotationId, memberId, reaction }: Omit<Given, "seatId" | "createdAt">): Promise<boolean> {
      const own = and(isOf(annotationId, memberId), eq(annotationReactions.reaction, reaction));
      return db.delete(annotationReactions).where(own).run().changes > 0;
    },

    /** Takes back what the member gave in the group, on at most `limit` notes; gives their ids. */
    async takeSome(memberId: string, groupId: string, limit: number): Promise<readonly string[]> {
      const rows = db
        .selectDistinct({ id: annotations.id })
        .from(annotationReactions)
        .innerJoin(annotations, eq(annotations.id, annotationReactions.annotationId))
        .innerJoin(documents, eq(documents.id, annotations.documentId))
        .where(and(eq(annotationReactions.memberId, memberId), eq(documents.groupId, groupId)))
        .orderBy(annotations.id)
        .limit(limit)
        .all();
      for (const { id } of rows) db.delete(annotationReactions).where(isOf(id, memberId)).run();
      return rows.map(({ id }) => id);
    },
  };
}
