/** What staff made of notes and texts. Times in milliseconds. */
import { and, eq, inArray, isNotNull, isNull, lte, ne, or, sql } from "drizzle-orm";
import { type Curation, openText, type TextCuration, untouched } from "#app/domain/moderation/curation.ts";
import type { Db } from "#db/client.ts";
import { annotations } from "#db/schema/annotations.ts";
import { noteCuration, textCuration } from "#db/schema/curation.ts";

/** Verbs over curation. */
export function curationRepository(db: Db) {
  const lastOwn = db.$client
    .prepare<[{ member: string; document: string; root: string | null }], number | null>(
      `SELECT max(created_at) FROM annotations
       WHERE creator_id = @member AND document_id = @document AND (@root IS NULL OR root_id = @root)`,
    )
    .pluck();

  return {
    async of(id: string): Promise<Curation> {
      const row = db.select().from(noteCuration).where(eq(noteCuration.annotationId, id)).get();
      return row === undefined ? untouched : curationOf(row);
    },

    async among(ids: readonly string[]): Promise<readonly Curation[]> {
      const rows = db
        .select()
        .from(noteCuration)
        .where(inArray(noteCuration.annotationId, [...ids]));
      return rows.all().map(curationOf);
    },

    async put(id: string, curation: Curation): Promise<void> {
      db.insert(noteCuration)
        .values({ annotationId: id, ...curation })
        .onConflictDoUpdate({ target: noteCuration.annotationId, set: curation })
        .run();
    },

    /**
     * Published pins beside a note, in their order: threads of its text for a first note, replies of its thread for a reply.
     */
    async pinnedBeside(note: { readonly document: string; readonly root: string; readonly parent: string | null }) {
      const beside =
        note.parent === null
          ? and(eq(annotations.documentId, note.document), isNull(annotations.parentId))
          : and(eq(annotations.rootId, note.root), ne(annotations.id, note.root));
      return db
        .select({ id: annotations.id, pinned: noteCuration.pinned })
        .from(noteCuration)
        .innerJoin(annotations, eq(annotations.id, noteCuration.annotationId))
        .where(and(isNotNull(noteCuration.pinned), eq(annotations.status, "published"), beside))
        .orderBy(noteCuration.pinned, annotations.id)
        .all();
    },

    /** Notes whose pin or slow mode has come to its end. */
    async lapsed(now: number, limit: number): Promise<readonly string[]> {
      const over = or(lte(noteCuration.pinnedUntil, now), lte(noteCuration.slowUntil, now));
      const rows = db.select({ id: noteCuration.annotationId }).from(noteCuration).where(over).limit(limit);
      return rows.all().map(({ id }) => id);
    },

    /** Time of the member's newest note in a text, or in one of its threads; null for none. */
    async lastOwn(memberId: string, documentId: string, rootId: string | null): Promise<number | null> {
      return lastOwn.get({ member: memberId, document: documentId, root: rootId }) ?? null;
    },

    async text(documentId: string): Promise<TextCuration> {
      const row = db.select().from(textCuration).where(eq(textCuration.documentId, documentId)).get();
      if (row === undefined) return openText;
      const { documentId: _, ...curation } = row;
      return curation;
    },

    async putText(documentId: string, curation: TextCuration): Promise<void> {
      db.insert(textCuration)
        .values({ documentId, ...curation })
        .onConflictDoUpdate({ target: textCuration.documentId, set: curation })
        .run();
    },
  };
}

/** JSON of a note's curation, or null where it has none; its keys in the order of `Curation`. */
export const curationJson = sql<string | null>`(select json_object(
  'pinned', c.pinned, 'pinnedUntil', c.pinned_until, 'featured', json(iif(c.featured, 'true', 'false')),
  'resolved', json(iif(c.resolved, 'true', 'false')), 'locked', json(iif(c.locked, 'true', 'false')),
  'slow', c.slow, 'slowUntil', c.slow_until, 'aside', c.aside, 'splitFrom', c.split_from)
  from note_curation c where c.annotation_id = ${annotations.id})`;

function curationOf({ annotationId: _, ...curation }: typeof noteCuration.$inferSelect): Curation {
  return curation;
}
