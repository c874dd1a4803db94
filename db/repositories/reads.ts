/** What each member has really seen: a watermark for each text, and threads that were seen since. */
import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { seen } from "#db/schema/documents.ts";
import { threadReads } from "#db/schema/news.ts";

export type ThreadRead = { readonly root: string; readonly at: number };

/** Verbs over watermarks and read threads; times in milliseconds. */
export function readsRepository(db: Db) {
  const sqlite = db.$client;
  // A root that is none, or stands in another text, writes nothing.
  const read = sqlite.prepare<[{ member: string; document: string; root: string; at: number }]>(
    `INSERT INTO thread_reads (member_id, root_id, document_id, read_at)
     SELECT @member, a.id, a.document_id, @at FROM annotations a
     WHERE a.id = @root AND a.document_id = @document AND a.parent_id IS NULL
     ON CONFLICT DO UPDATE SET read_at = excluded.read_at WHERE excluded.read_at > read_at`,
  );
  const anyUnread = sqlite.prepare<[{ member: string; document: string; audiences: string }]>(
    `SELECT 1 FROM annotations a
     LEFT JOIN seen s ON s.member_id = @member AND s.document_id = a.document_id
     LEFT JOIN thread_reads r ON r.member_id = @member AND r.root_id = a.root_id
     WHERE a.document_id = @document AND a.status = 'published' AND a.creator_id <> @member
       AND a.created_at > coalesce(s.seen_at, 0) AND a.created_at > coalesce(r.read_at, 0)
       AND EXISTS (SELECT 1 FROM placements p WHERE p.annotation_id = a.id
         AND p.audience_id IN (SELECT value FROM json_each(@audiences)))
     LIMIT 1`,
  );

  return {
    /** Threads of the text that were seen after the watermark. */
    async threads(memberId: string, documentId: string): Promise<readonly ThreadRead[]> {
      return db
        .select({ root: threadReads.rootId, at: threadReads.readAt })
        .from(threadReads)
        .where(and(eq(threadReads.memberId, memberId), eq(threadReads.documentId, documentId)))
        .all();
    },

    /** Marks a thread of that text as seen up to `at`; false when it was already, or is no thread of that text. */
    async readThread(memberId: string, documentId: string, { root, at }: ThreadRead): Promise<boolean> {
      return read.run({ member: memberId, document: documentId, root, at }).changes > 0;
    },

    /** True while the text holds a note by somebody else, in one of these audiences, that is new to the member. */
    async hasUnread(memberId: string, documentId: string, audiences: readonly string[]): Promise<boolean> {
      return (
        anyUnread.get({ member: memberId, document: documentId, audiences: JSON.stringify(audiences) }) !== undefined
      );
    },

    /** Everything up to `at` is known: the watermark rises, and the threads below it need no row any more. */
    async raise(memberId: string, documentId: string, at: number): Promise<void> {
      db.insert(seen)
        .values({ memberId, documentId, seenAt: at })
        .onConflictDoUpdate({ target: [seen.memberId, seen.documentId], set: { seenAt: sql`max(seen_at, ${at})` } })
        .run();
      db.delete(threadReads)
        .where(
          and(
            eq(threadReads.memberId, memberId),
            eq(threadReads.documentId, documentId),
            sql`${threadReads.readAt} <= ${at}`,
          ),
        )
        .run();
    },
  };
}
