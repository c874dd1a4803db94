/** Notes, the bodies they have had, and where they stand. */
import { and, asc, desc, eq, inArray, isNull, ne, type SQL, sql } from "drizzle-orm";
import {
  type AnnotationStatus,
  type Colour,
  type Kind,
  type Motivation,
  span,
  type Target,
} from "#app/domain/annotation/annotation.ts";
import type { Answers } from "#app/domain/annotation/visibility.ts";
import { isPrivateReply, type PlacedAt } from "#app/rooms/projection.ts";
import type { Db } from "#db/client.ts";
import { annotationRevisions, annotations, placements } from "#db/schema/annotations.ts";
import { documents } from "#db/schema/documents.ts";
import { bodyPrints, pendingEdits } from "#db/schema/rules.ts";
import { joinPlacements, type NoteRow, selectNotes } from "./note-rows.ts";

export type { NoteRow } from "./note-rows.ts";

/** A note as it is first stored, with version 1. */
export type NewNote = {
  readonly id: string;
  readonly documentId: string;
  readonly rootId: string;
  readonly parentId: string | null;
  readonly creatorId: string;
  readonly motivation: Motivation;
  readonly status: AnnotationStatus;
  readonly colour: Colour | null;
  readonly target: Target | null;
  readonly more: readonly Target[];
  readonly kind: Kind | null;
  readonly tags: readonly string[];
  /** Revision that the target is in, or that was current. */
  readonly revisionId: string;
  readonly createdAt: number;
};

export type BodyRow = { readonly id: string; readonly n: number; readonly body: string; readonly at: number };

export type RootRow = Pick<NoteRow, "id" | "status">;

type FirstBody = { readonly id: string; readonly text: string };

export type NotePatch = Partial<
  Pick<typeof annotations.$inferInsert, "status" | "priorStatus" | "colour" | "kind" | "editedAt" | "deletedAt">
>;

/** Ids in one statement; SQLite allows 32,766 variables. */
const IDS_AT_ONCE = 500;

/** Verbs over annotations, their revisions and placements. */
export function annotationsRepository(db: Db) {
  const notesWhere = (condition: SQL | undefined) => selectNotes(db, condition);
  const byId = notesWhere(eq(annotations.id, sql.placeholder("id"))).prepare();
  const lineage = notesWhere(
    sql`${annotations.id} in (
      with recursive up(id, above) as (
        select a.id, a.parent_id from annotations a where a.id = ${sql.placeholder("id")}
        union all select a.id, a.parent_id from annotations a join up on a.id = up.above
      ) select id from up)`,
  ).prepare();
  const publishedBelow = db.$client.prepare<[string, number], { readonly found: number }>(
    `WITH RECURSIVE down(id, status) AS (
       SELECT id, status FROM annotations WHERE parent_id = ?
       UNION ALL SELECT a.id, a.status FROM annotations a JOIN down ON a.parent_id = down.id
     ) SELECT 1 AS found FROM down WHERE status = 'published' AND ? = exists (
       SELECT 1 FROM placements p JOIN audiences u ON u.id = p.audience_id
       WHERE p.annotation_id = down.id AND u.kind = 'staff') LIMIT 1`,
  );

  const insertNote = db.$client.prepare<
    [
      Omit<NewNote, "target" | "more" | "tags"> & {
        readonly target: string | null;
        readonly more: string;
        readonly tags: string;
        readonly start: number | null;
      },
    ]
  >(
    `INSERT INTO annotations (id, document_id, root_id, parent_id, creator_id, motivation, status, version, colour,
       target, more, kind, tags, start, revision_id, created_at)
     VALUES (@id, @documentId, @rootId, @parentId, @creatorId, @motivation, @status, 1, @colour,
       @target, @more, @kind, @tags, @start, @revisionId, @createdAt)`,
  );
  const newestBody = db
    .select({ id: annotationRevisions.id })
    .from(annotationRevisions)
    .where(eq(annotationRevisions.annotationId, sql.placeholder("id")))
    .orderBy(desc(annotationRevisions.n))
    .limit(1)
    .prepare();
  const insertBody = db.$client.prepare<[string, string, string, number]>(
    "INSERT INTO annotation_revisions (id, annotation_id, n, body, created_at) VALUES (?, ?, 1, ?, ?)",
  );
  const insertPlacement = db.$client.prepare<[string, string, string]>(
    "INSERT INTO placements (annotation_id, audience_id, seat_id) VALUES (?, ?, ?)",
  );

  const firstNotesIn = (memberId: string, audienceId: string) =>
    and(
      eq(annotations.creatorId, memberId),
      isNull(annotations.parentId),
      eq(annotations.status, "published"),
      sql`exists (select 1 from placements p where p.annotation_id = ${annotations.id} and p.audience_id = ${audienceId})`,
    );

  return {
    async find(id: string): Promise<NoteRow | null> {
      return joinPlacements(byId.all({ id }))[0] ?? null;
    },

    /** Notes by their ids; at most 500. */
    async many(ids: readonly string[]): Promise<readonly NoteRow[]> {
      return ids.length === 0 ? [] : joinPlacements(notesWhere(inArray(annotations.id, [...ids])).all());
    },

    /** The note and what it answers, up to the root: all that a change of the note can change in a room. */
    async lineage(id: string): Promise<readonly NoteRow[]> {
      return joinPlacements(lineage.all({ id }));
    },

    /** The published replies under a note, at any depth; `answersIn` says the same of whole threads. */
    async answersTo(note: Pick<NoteRow, "id" | "placements">): Promise<Answers> {
      if (publishedBelow.get(note.id, 0) !== undefined) return "public";
      if (publishedBelow.get(note.id, 1) === undefined) return "none";
      return isPrivateReply(note) ? "public" : "private";
    },

    /** Whole threads by their roots, some roots after the other, the notes of these oldest first. */
    async threads(rootIds: readonly string[]): Promise<readonly NoteRow[]> {
      const found: NoteRow[] = [];
      for (let from = 0; from < rootIds.length; from += IDS_AT_ONCE) {
        const some = rootIds.slice(from, from + IDS_AT_ONCE);
        found.push(...joinPlacements(notesWhere(inArray(annotations.rootId, some)).all()));
      }
      return found;
    },

    /** Roots of the document placed in one of these audiences: notes on the whole text first, then in text order. */
    async roots(documentId: string, audienceIds: readonly string[]): Promise<readonly RootRow[]> {
      return db
        .selectDistinct({
          id: annotations.id,
          status: annotations.status,
          start: annotations.start,
          created: annotations.createdAt,
        })
        .from(annotations)
        .innerJoin(placements, eq(placements.annotationId, annotations.id))
        .where(
          and(
            eq(annotations.documentId, documentId),
            isNull(annotations.parentId),
            inArray(placements.audienceId, [...audienceIds]),
          ),
        )
        .orderBy(asc(annotations.start), asc(annotations.createdAt), asc(annotations.id))
        .all();
    },

    /** Ids of all first notes of the document, oldest first. */
    async rootsOf(documentId: string): Promise<readonly string[]> {
      const own = and(eq(annotations.documentId, documentId), isNull(annotations.parentId));
      const rows = db
        .select({ id: annotations.id })
        .from(annotations)
        .where(own)
        .orderBy(asc(annotations.createdAt), asc(annotations.id));
      return rows.all().map(({ id }) => id);
    },

    /** Published first notes of the member in that audience of the document: what a gate counts. */
    async ownPosts(memberId: string, documentId: string, audienceId: string): Promise<number> {
      return db.$count(annotations, and(firstNotesIn(memberId, audienceId), eq(annotations.documentId, documentId)));
    },

    /** The same of an assignment's audience, over all its texts; a mark without words opens nothing. */
    async ownPostsAmong(memberId: string, audienceId: string): Promise<number> {
      const written = ne(annotations.motivation, "highlighting");
      return db.$count(annotations, and(firstNotesIn(memberId, audienceId), written));
    },

    /** Ids of all that the member wrote in the group and that is not erased yet, oldest first. */
    async idsOf(memberId: string, groupId: string, limit: number): Promise<readonly string[]> {
      const rows = db
        .select({ id: annotations.id })
        .from(annotations)
        .innerJoin(documents, eq(documents.id, annotations.documentId))
        .where(
          and(eq(annotations.creatorId, memberId), eq(documents.groupId, groupId), ne(annotations.status, "redacted")),
        )
        .orderBy(asc(annotations.createdAt), asc(annotations.id))
        .limit(limit)
        .all();
      return rows.map((row) => row.id);
    },

    /** Version 1, with its first body and its placements. */
    async insert(note: NewNote, body: FirstBody, at: readonly PlacedAt[]): Promise<void> {
      const { id, target, more, tags, createdAt } = note;
      insertNote.run({
        ...note,
        target: target === null ? null : JSON.stringify(target),
        more: JSON.stringify(more),
        tags: JSON.stringify(tags),
        start: target === null ? null : span(target).start,
      });
      insertBody.run(body.id, id, body.text, createdAt);
      for (const { audience, seat } of at) insertPlacement.run(id, audience, seat);
    },

    /** Changes the row and counts its version up. */
    async update(id: string, patch: NotePatch): Promise<void> {
      db.update(annotations)
        .set({ ...patch, version: sql`${annotations.version} + 1` })
        .where(eq(annotations.id, id))
        .run();
    },

    /** Every body that the note has had, oldest first, with the time in milliseconds. */
    async bodies(annotationId: string): Promise<readonly BodyRow[]> {
      return db
        .select({
          id: annotationRevisions.id,
          n: annotationRevisions.n,
          body: annotationRevisions.body,
          at: annotationRevisions.createdAt,
        })
        .from(annotationRevisions)
        .where(eq(annotationRevisions.annotationId, annotationId))
        .orderBy(asc(annotationRevisions.n))
        .all();
    },

    /** How many notes the member has in the group in each status. */
    async countsOf(memberId: string, groupId: string): Promise<Partial<Record<AnnotationStatus, number>>> {
      const rows = db
        .select({ status: annotations.status, n: sql<number>`count(*)` })
        .from(annotations)
        .innerJoin(documents, eq(documents.id, annotations.documentId))
        .where(and(eq(annotations.creatorId, memberId), eq(documents.groupId, groupId)))
        .groupBy(annotations.status)
        .all();
      return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
    },

    /** Published replies right under a note. */
    async countReplies(id: string): Promise<number> {
      return db.$count(annotations, and(eq(annotations.parentId, id), eq(annotations.status, "published")));
    },

    /** Id of the body that shows; null once all of them were erased. */
    async newestBody(annotationId: string): Promise<string | null> {
      const row = newestBody.get({ id: annotationId });
      return row?.id ?? null;
    },

    /** Keeps one more body; the newest is the one that shows. */
    async addBody(
      annotationId: string,
      body: { readonly id: string; readonly text: string; readonly now: number },
    ): Promise<void> {
      const next = sql`(select coalesce(max(r.n), 0) + 1 from annotation_revisions r where r.annotation_id = ${annotationId})`;
      db.insert(annotationRevisions)
        .values({ id: body.id, annotationId, n: next, body: body.text, createdAt: body.now })
        .run();
    },

    /** Forgets the tags of a note, and what came with it from elsewhere. */
    async eraseLabels(id: string): Promise<void> {
      db.update(annotations).set({ tags: [], extra: null }).where(eq(annotations.id, id)).run();
    },

    /** Takes a body out of the note's history. */
    async dropBody(id: string): Promise<void> {
      db.delete(annotationRevisions).where(eq(annotationRevisions.id, id)).run();
    },

    /** Forgets every body that the note has had. */
    async eraseBodies(annotationId: string): Promise<void> {
      db.delete(annotationRevisions).where(eq(annotationRevisions.annotationId, annotationId)).run();
      db.delete(pendingEdits).where(eq(pendingEdits.annotationId, annotationId)).run();
      db.delete(bodyPrints).where(eq(bodyPrints.annotationId, annotationId)).run();
    },
  };
}
