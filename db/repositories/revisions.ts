/** The revisions of a text, and what has to follow its words from one to the next. */
import { and, asc, desc, eq } from "drizzle-orm";
import { span, type Target, type TargetState } from "#app/domain/annotation/annotation.ts";
import type { Block, RevisionContent } from "#app/domain/document/document.ts";
import type { projectRevision } from "#app/rooms/projection.ts";
import type { Db } from "#db/client.ts";
import { annotations } from "#db/schema/annotations.ts";
import { assignmentTexts, prompts } from "#db/schema/assignments.ts";
import { blocks, documentRevisions, documents, seen } from "#db/schema/documents.ts";
import { searchUpkeep } from "./search/upkeep.ts";

/** How many passages came into a revision in which state. */
export type CarriedCounts = Readonly<Record<TargetState, number>>;

/** A revision as the list shows it. */
export type RevisionRow = {
  readonly id: string;
  readonly n: number;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly remark: string;
  readonly restores: number | null;
  readonly carried: CarriedCounts | null;
};

export type NewRevision = Pick<RevisionRow, "id" | "createdBy" | "createdAt" | "remark" | "restores"> & {
  readonly documentId: string;
};

/** The passages of a note that stand in an older revision. */
export type Astray = { readonly id: string; readonly target: Target; readonly more: readonly Target[] };

/** Block rows in one INSERT; SQLite allows 32,766 variables. */
const BLOCKS_AT_ONCE = 1_000;

/** As much of a revision as is stored with its words. */
export type StoredContent = Pick<RevisionContent, "html" | "text" | "blocks" | "pages">;

const row = {
  id: documentRevisions.id,
  n: documentRevisions.n,
  createdBy: documentRevisions.createdBy,
  createdAt: documentRevisions.createdAt,
  remark: documentRevisions.remark,
  restores: documentRevisions.restores,
  carried: documentRevisions.carried,
};

/** Stores the words of a revision; one step of adding a text, and of revising it. */
export function insertRevision(
  db: Db,
  { documentId, ...revision }: NewRevision & { n: number },
  content: StoredContent,
): void {
  const { html, text, pages } = content;
  db.insert(documentRevisions)
    .values({ ...revision, documentId, html, text, pages, bytes: Buffer.byteLength(html) + Buffer.byteLength(text) })
    .run();
  const rows = content.blocks.map((block: Block) => ({ revisionId: revision.id, ...block }));
  for (let from = 0; from < rows.length; from += BLOCKS_AT_ONCE) {
    db.insert(blocks)
      .values(rows.slice(from, from + BLOCKS_AT_ONCE))
      .run();
  }
}

/** Verbs over revisions. */
export function revisionsRepository(db: Db) {
  const search = searchUpkeep(db);
  const sqlite = db.$client;
  const astray = sqlite.prepare<[string, string, number], { id: string; target: string; more: string }>(
    `SELECT id, target, more FROM annotations
     WHERE document_id = ? AND target IS NOT NULL AND revision_id <> ? ORDER BY start, id LIMIT ?`,
  );
  const states = sqlite.prepare<[string], { state: TargetState; n: number }>(
    `SELECT json_extract(passage.value, '$.state') AS state, count(*) AS n FROM annotations a,
       json_each(json_insert(a.more, '$[#]', json(a.target))) passage
     WHERE a.document_id = ? AND a.target IS NOT NULL AND a.status IN ('published', 'held', 'hidden') GROUP BY 1`,
  );
  const adrift = sqlite
    .prepare<[string, number], string>(
      `SELECT id FROM annotations a WHERE document_id = ? AND target IS NOT NULL AND status IN ('published', 'held', 'hidden')
       AND exists (SELECT 1 FROM json_each(json_insert(a.more, '$[#]', json(a.target))) passage
         WHERE json_extract(passage.value, '$.state') IN ('uncertain', 'lost')) ORDER BY start, id LIMIT ?`,
    )
    .pluck();
  const said = sqlite.prepare<[string], { document: string; audience: string; id: string; n: number; at: number }>(
    `SELECT d.id AS document, u.id AS audience, r.id, r.n, r.created_at AS at FROM documents d
     JOIN document_revisions r ON r.id = d.revision_id
     JOIN audiences u ON u.group_id = d.group_id AND u.kind = 'group' WHERE d.id = ?`,
  );
  const behind = sqlite
    .prepare<[], string>(
      `SELECT DISTINCT d.id FROM documents d JOIN annotations a ON a.document_id = d.id
       WHERE a.target IS NOT NULL AND a.revision_id <> d.revision_id`,
    )
    .pluck();

  return {
    /** The newest first. */
    async list(documentId: string): Promise<readonly RevisionRow[]> {
      return db
        .select(row)
        .from(documentRevisions)
        .where(eq(documentRevisions.documentId, documentId))
        .orderBy(desc(documentRevisions.n))
        .all();
    },

    /** A revision by its number, with its words; null for none. */
    async find(documentId: string, n: number): Promise<(RevisionRow & { html: string; text: string }) | null> {
      const found = db
        .select({ ...row, html: documentRevisions.html, text: documentRevisions.text })
        .from(documentRevisions)
        .where(and(eq(documentRevisions.documentId, documentId), eq(documentRevisions.n, n)))
        .get();
      return found ?? null;
    },

    /** What the room of the text's group says of it; null for a text without one. */
    async said(documentId: string): Promise<Parameters<typeof projectRevision>[0] | null> {
      const found = said.get(documentId);
      if (found === undefined) return null;
      const { document, audience, ...revision } = found;
      return { document, audience, revision };
    },

    /** Makes it the one that is read, and gives its number; what the library and search say of the text follows. */
    async publish(
      revision: NewRevision,
      content: StoredContent,
      facts: Partial<Pick<typeof documents.$inferInsert, "title" | "standfirst" | "opening" | "words" | "dir">>,
    ): Promise<number> {
      const { documentId } = revision;
      const last = db
        .select({ n: documentRevisions.n })
        .from(documentRevisions)
        .where(eq(documentRevisions.documentId, documentId))
        .orderBy(desc(documentRevisions.n))
        .limit(1)
        .get();
      const n = (last?.n ?? 0) + 1;
      insertRevision(db, { ...revision, n }, content);
      db.update(documents)
        .set({ ...facts, revisionId: revision.id })
        .where(eq(documents.id, documentId))
        .run();
      const group = db.select({ id: documents.groupId }).from(documents).where(eq(documents.id, documentId)).get();
      search.text({ id: documentId, group: group?.id ?? "", text: content.text, blocks: content.blocks });
      return n;
    },

    /** In which state the passages of the text's notes are. */
    async states(documentId: string): Promise<CarriedCounts> {
      const counts = { exact: 0, moved: 0, changed: 0, uncertain: 0, lost: 0 };
      for (const { state, n } of states.all(documentId)) counts[state] = n;
      return counts;
    },

    /** Ids of notes with a passage that waits for a place, in text order. */
    async adrift(documentId: string, limit: number): Promise<readonly string[]> {
      return adrift.all(documentId, limit);
    },

    async setCarried(revisionId: string, carried: CarriedCounts): Promise<void> {
      db.update(documentRevisions).set({ carried }).where(eq(documentRevisions.id, revisionId)).run();
    },

    /** Texts with notes that stand in an older revision. */
    async behind(): Promise<readonly string[]> {
      return behind.all();
    },

    /** The next notes of the text that stand in another revision than that one, in text order. */
    async astray(documentId: string, revisionId: string, limit: number): Promise<readonly Astray[]> {
      return astray
        .all(documentId, revisionId, limit)
        .map(({ id, target, more }) => ({ id, target: JSON.parse(target), more: JSON.parse(more) }));
    },

    /** Where a note stands now; its version stays, since its words do. */
    async anchor(id: string, revisionId: string, { target, more }: Pick<Astray, "target" | "more">): Promise<void> {
      db.update(annotations)
        .set({ target, more, start: span(target).start, revisionId })
        .where(eq(annotations.id, id))
        .run();
    },

    /** The passages that assignments name in the text. */
    async assigned(documentId: string) {
      const inText = eq(assignmentTexts.documentId, documentId);
      return {
        texts: db
          .select({ assignment: assignmentTexts.assignmentId, passages: assignmentTexts.passages })
          .from(assignmentTexts)
          .where(inText)
          .all(),
        prompts: db
          .select({ id: prompts.id, target: prompts.target })
          .from(prompts)
          .where(eq(prompts.documentId, documentId))
          .orderBy(asc(prompts.id))
          .all(),
      };
    },

    async assignPassages(assignment: string, documentId: string, passages: readonly Target[]): Promise<void> {
      db.update(assignmentTexts)
        .set({ passages })
        .where(and(eq(assignmentTexts.assignmentId, assignment), eq(assignmentTexts.documentId, documentId)))
        .run();
    },

    async placePrompt(id: string, target: Target): Promise<void> {
      db.update(prompts).set({ target }).where(eq(prompts.id, id)).run();
    },

    /** Where everybody stopped reading, as ordinals of blocks. */
    async stops(documentId: string) {
      return db
        .select({ member: seen.memberId, block: seen.block })
        .from(seen)
        .where(eq(seen.documentId, documentId))
        .all();
    },

    async putStop(documentId: string, member: string, block: number): Promise<void> {
      db.update(seen)
        .set({ block })
        .where(and(eq(seen.documentId, documentId), eq(seen.memberId, member)))
        .run();
    },
  };
}
