/** Texts, their revisions and blocks. */
import { and, asc, desc, eq, isNull, lte } from "drizzle-orm";
import type { Block, PageStart } from "#app/domain/document/document.ts";
import type { Db } from "#db/client.ts";
import { blocks, documentRevisions, documents } from "#db/schema/documents.ts";
import { insertRevision, type StoredContent } from "./revisions.ts";
import { searchUpkeep } from "./search/upkeep.ts";

export type DocumentRow = typeof documents.$inferSelect;
export type DocumentPatch = Partial<
  Pick<
    DocumentRow,
    "title" | "author" | "source" | "published" | "licence" | "rights" | "language" | "archivedAt" | "deleteAfter"
  >
>;

/** Texts of one length that are looked into; two of them by chance are rare. */
const LIKE_AT_ONCE = 20;

/** Verbs over documents. A revision never changes once it is stored. */
export function documentsRepository(db: Db) {
  const search = searchUpkeep(db);
  return {
    async find(id: string): Promise<DocumentRow | null> {
      return db.select().from(documents).where(eq(documents.id, id)).get() ?? null;
    },

    /** The group's texts, newest first. */
    async ofGroup(groupId: string): Promise<readonly DocumentRow[]> {
      return db
        .select()
        .from(documents)
        .where(eq(documents.groupId, groupId))
        .orderBy(desc(documents.createdAt), desc(documents.id))
        .all();
    },

    /** A text with its first revision, which can be found from then on. */
    async insert(document: typeof documents.$inferInsert, revision: StoredContent): Promise<void> {
      db.insert(documents).values(document).run();
      const { id: documentId, revisionId: id, addedBy: createdBy, createdAt } = document;
      insertRevision(db, { documentId, id, n: 1, createdBy, createdAt, remark: "", restores: null }, revision);
      search.text({ id: document.id, group: document.groupId, text: revision.text, blocks: revision.blocks });
    },

    async update(id: string, patch: DocumentPatch): Promise<void> {
      db.update(documents).set(patch).where(eq(documents.id, id)).run();
    },

    /** The group's text that has the same words as that revision now; null for none. */
    async sameIn(groupId: string, revisionId: string): Promise<DocumentRow | null> {
      const wanted = db
        .select({ text: documentRevisions.text })
        .from(documentRevisions)
        .where(eq(documentRevisions.id, revisionId));
      const row = db
        .select({ document: documents })
        .from(documents)
        .innerJoin(documentRevisions, eq(documentRevisions.id, documents.revisionId))
        .where(and(eq(documents.groupId, groupId), isNull(documents.deleteAfter), eq(documentRevisions.text, wanted)))
        .get();
      return row?.document ?? null;
    },

    /** The group's texts that were made of the same bytes, newest first. */
    async ofSource(groupId: string, sourceHash: string): Promise<readonly DocumentRow[]> {
      return db
        .select()
        .from(documents)
        .where(and(eq(documents.groupId, groupId), isNull(documents.deleteAfter), eq(documents.sourceHash, sourceHash)))
        .orderBy(desc(documents.createdAt))
        .all();
    },

    /** The group's texts of so many words, newest first, each with its plain text. */
    async ofLength(
      groupId: string,
      words: number,
    ): Promise<readonly { readonly document: DocumentRow; readonly text: string }[]> {
      return db
        .select({ document: documents, text: documentRevisions.text })
        .from(documents)
        .innerJoin(documentRevisions, eq(documentRevisions.id, documents.revisionId))
        .where(and(eq(documents.groupId, groupId), isNull(documents.deleteAfter), eq(documents.words, words)))
        .orderBy(desc(documents.createdAt))
        .limit(LIKE_AT_ONCE)
        .all();
    },

    /** A revision as `insert` takes it; null for none. */
    async content(revisionId: string): Promise<StoredContent | null> {
      const row = db.select().from(documentRevisions).where(eq(documentRevisions.id, revisionId)).get();
      if (row === undefined) return null;
      const { html, text, pages } = row;
      return { html, text, pages, blocks: await this.blocks(revisionId) };
    },

    /** Number and plain text of a revision, or null when the document has no such revision. */
    async text(documentId: string, revisionId: string): Promise<{ readonly n: number; readonly text: string } | null> {
      const row = db
        .select({ n: documentRevisions.n, text: documentRevisions.text })
        .from(documentRevisions)
        .where(and(eq(documentRevisions.id, revisionId), eq(documentRevisions.documentId, documentId)))
        .get();
      return row ?? null;
    },

    async html(revisionId: string): Promise<string | null> {
      const row = db
        .select({ html: documentRevisions.html })
        .from(documentRevisions)
        .where(eq(documentRevisions.id, revisionId))
        .get();
      return row?.html ?? null;
    },

    /** In the order in which they begin; none for a text without pages, or no revision. */
    async pages(revisionId: string): Promise<readonly PageStart[]> {
      const row = db
        .select({ pages: documentRevisions.pages })
        .from(documentRevisions)
        .where(eq(documentRevisions.id, revisionId))
        .get();
      return row?.pages ?? [];
    },

    /** In document order. */
    async blocks(revisionId: string): Promise<readonly Block[]> {
      return db
        .select({
          n: blocks.n,
          number: blocks.number,
          kind: blocks.kind,
          level: blocks.level,
          start: blocks.start,
          end: blocks.end,
        })
        .from(blocks)
        .where(eq(blocks.revisionId, revisionId))
        .orderBy(asc(blocks.n))
        .all();
    },

    /** The number of the block around a place of a revision (UTF-16 code units), null where it has none. */
    async numberAt(revisionId: string, start: number): Promise<number | null> {
      const row = db
        .select({ number: blocks.number })
        .from(blocks)
        .where(and(eq(blocks.revisionId, revisionId), lte(blocks.start, start)))
        .orderBy(desc(blocks.start))
        .limit(1)
        .get();
      return row?.number ?? null;
    },

    /** Ids of the texts whose grace period ended before or at `now` (milliseconds). */
    async due(now: number): Promise<readonly string[]> {
      const rows = db.select({ id: documents.id }).from(documents).where(lte(documents.deleteAfter, now)).all();
      return rows.map((row) => row.id);
    },
  };
}
