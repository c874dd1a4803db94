/** Where notes stand in threads and texts, and how they stood before. */
import { eq } from "drizzle-orm";
import { span } from "#app/domain/annotation/annotation.ts";
import type { NotePosition } from "#app/domain/moderation/note-position.ts";
import type { Db } from "#db/client.ts";
import { annotations } from "#db/schema/annotations.ts";
import { threadChanges } from "#db/schema/curation.ts";

/** Verbs over the arrangement of threads. */
export function arrangeRepository(db: Db) {
  const sqlite = db.$client;
  const answered = sqlite.prepare<[{ ids: string }], { readonly found: number }>(
    `SELECT 1 AS found FROM annotations a JOIN json_each(@ids) ids ON a.parent_id = ids.value
     WHERE a.id NOT IN (SELECT value FROM json_each(@ids)) LIMIT 1`,
  );
  const followers = sqlite.prepare<[{ from: string; to: string }]>(
    `INSERT INTO follows (member_id, subject_kind, subject_id, group_id, level, created_at)
     SELECT member_id, subject_kind, @to, group_id, level, created_at FROM follows
     WHERE subject_kind = 'thread' AND subject_id = @from ON CONFLICT DO NOTHING`,
  );
  const readers = sqlite.prepare<[{ from: string; to: string }]>(
    `INSERT INTO thread_reads (member_id, root_id, document_id, read_at)
     SELECT member_id, @to, document_id, read_at FROM thread_reads WHERE root_id = @from ON CONFLICT DO NOTHING`,
  );
  const placeIn = sqlite.prepare<[{ annotationId: string; audience: string; member: string }]>(
    `INSERT INTO placements (annotation_id, audience_id, seat_id)
     SELECT @annotationId, audience_id, id FROM seats WHERE audience_id = @audience AND member_id = @member
     ON CONFLICT DO NOTHING`,
  );
  const takeFrom = sqlite.prepare<[{ annotationId: string; audiences: string }]>(
    `DELETE FROM placements WHERE annotation_id = @annotationId
     AND audience_id IN (SELECT value FROM json_each(@audiences))`,
  );
  // What else says in which text or thread a note stands.
  const beside = [
    `UPDATE notifications SET (root_id, document_id) =
       (SELECT a.root_id, a.document_id FROM annotations a WHERE a.id = annotation_id) WHERE annotation_id = ?`,
    `UPDATE queue_items SET document_id = (SELECT a.document_id FROM annotations a WHERE a.id = target_id)
     WHERE target_kind = 'note' AND target_id = ?`,
    `UPDATE thread_reads SET document_id = (SELECT a.document_id FROM annotations a WHERE a.id = root_id) WHERE root_id = ?`,
  ].map((statement) => sqlite.prepare<[string]>(statement));

  return {
    /** Puts a note where it shall stand; its version stays, since its words do. */
    async place({ id, root, parent, document, motivation, target, more }: NotePosition): Promise<void> {
      db.update(annotations)
        .set({
          ...{ rootId: root, parentId: parent, documentId: document, motivation, target, more },
          start: target === null ? null : span(target).start,
          ...(target === null ? {} : { revisionId: target.source }),
        })
        .where(eq(annotations.id, id))
        .run();
      for (const statement of beside) statement.run(id);
    },

    /** Puts a note into a further audience, under the seat that the member has there. */
    async placeIn(annotationId: string, { audience, member }: { readonly audience: string; readonly member: string }) {
      placeIn.run({ annotationId, audience, member });
    },

    async takeFrom(annotationId: string, audiences: readonly string[]): Promise<void> {
      takeFrom.run({ annotationId, audiences: JSON.stringify(audiences) });
    },

    /** True when somebody answered one of these notes with one that is not among them. */
    async isAnsweredElsewhere(ids: readonly string[]): Promise<boolean> {
      return answered.get({ ids: JSON.stringify(ids) }) !== undefined;
    },

    /** Whoever follows, has muted or has read a thread does so with another one too, unless they said otherwise. */
    async share(from: string, to: string): Promise<void> {
      followers.run({ from, to });
      readers.run({ from, to });
    },

    async keep(decision: number, before: readonly NotePosition[], after: readonly NotePosition[]): Promise<void> {
      db.insert(threadChanges).values({ decision, before, after }).run();
    },

    async find(decision: number): Promise<typeof threadChanges.$inferSelect | null> {
      return db.select().from(threadChanges).where(eq(threadChanges.decision, decision)).get() ?? null;
    },
  };
}
