/** Stored notes as statements read them: one row for each placement, joined to one note. */
import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { AnnotationStatus } from "#app/domain/annotation/annotation.ts";
import type { GivenReaction } from "#app/domain/annotation/reaction.ts";
import type { Curation } from "#app/domain/moderation/curation.ts";
import type { PendingWords, PlacedAt, StoredNote } from "#app/rooms/projection.ts";
import type { ThreadRecord } from "#app/rooms/reading-room.ts";
import type { Db } from "#db/client.ts";
import { annotations, placements } from "#db/schema/annotations.ts";
import { documents } from "#db/schema/documents.ts";
import { audiences } from "#db/schema/groups.ts";
import { curationJson } from "./moderation/curation.ts";
import { summaryJson } from "./summaries.ts";

/** A stored note with what only its commands need. */
export type NoteRow = StoredNote & {
  readonly priorStatus: AnnotationStatus | null;
  /** Milliseconds; null while it is not deleted. */
  readonly deletedAt: number | null;
  readonly pending: PendingWords | null;
  readonly summary: NonNullable<StoredNote["summary"]> | null;
};

const newestBody = sql<string>`coalesce((select r.body from annotation_revisions r where r.annotation_id = ${annotations.id} order by r.n desc limit 1), '')`;

/** JSON, oldest first. */
const givenReactions = sql<string>`(select json_group_array(json_object('reaction', g.reaction, 'seat', g.seat_id, 'audience', g.audience_id)) from (
  select x.reaction, x.seat_id, x.created_at, s.audience_id from annotation_reactions x
  join seats s on s.id = x.seat_id where x.annotation_id = ${annotations.id}
  order by x.created_at, x.seat_id, x.reaction) g)`;

/** JSON, or null where nothing was said of the thread. */
const threadState = sql<string | null>`(select json_object('state', s.state, 'by', s.by_seat, 'at', s.at, 'answer',
  (select b.id from annotations b where b.id = s.answer_id and b.status = 'published'))
  from thread_states s where s.root_id = ${annotations.id})`;

/** JSON, or null where nothing waits. */
const pendingEdit = sql<string | null>`(select json_object('revision', e.revision_id, 'state', e.state, 'body', e.body,
  'tags', json(e.tags), 'colour', e.colour, 'kind', e.kind) from pending_edits e where e.annotation_id = ${annotations.id})`;

/** One row per placement; `joinPlacements` makes one note of them. Oldest first, ties by id. */
export function selectNotes(db: Db, condition: SQL | undefined) {
  return db
    .select({
      note: {
        id: annotations.id,
        root: annotations.rootId,
        parent: annotations.parentId,
        document: annotations.documentId,
        group: documents.groupId,
        creator: annotations.creatorId,
        motivation: annotations.motivation,
        status: annotations.status,
        version: annotations.version,
        colour: annotations.colour,
        target: annotations.target,
        more: annotations.more,
        kind: annotations.kind,
        tags: annotations.tags,
        body: newestBody,
        created: annotations.createdAt,
        edited: annotations.editedAt,
        priorStatus: annotations.priorStatus,
        deletedAt: annotations.deletedAt,
      },
      reactions: givenReactions,
      thread: threadState,
      curation: curationJson,
      summary: summaryJson,
      pending: pendingEdit,
      placed: {
        audience: placements.audienceId,
        kind: audiences.kind,
        seat: placements.seatId,
        owner: audiences.memberId,
      },
    })
    .from(annotations)
    .innerJoin(documents, eq(documents.id, annotations.documentId))
    .innerJoin(placements, eq(placements.annotationId, annotations.id))
    .innerJoin(audiences, eq(audiences.id, placements.audienceId))
    .where(condition)
    .orderBy(asc(annotations.createdAt), asc(annotations.id), asc(placements.audienceId));
}

type JoinedRow = {
  readonly note: Omit<NoteRow, "placements" | "reactions" | "thread" | "curation" | "summary" | "pending">;
  readonly reactions: string;
  readonly thread: string | null;
  readonly curation: string | null;
  readonly summary: string | null;
  readonly pending: string | null;
  readonly placed: PlacedAt;
};

/** Notes in the order of their first rows. */
export function joinPlacements(rows: readonly JoinedRow[]): readonly NoteRow[] {
  const notes = new Map<string, NoteRow & { readonly placements: PlacedAt[] }>();
  for (const { note, placed, ...said } of rows) {
    const known = notes.get(note.id);
    if (known === undefined) notes.set(note.id, { ...note, ...read(said), placements: [placed] });
    else known.placements.push(placed);
  }
  return [...notes.values()];
}

function read({ reactions, thread, curation, summary, pending }: Omit<JoinedRow, "note" | "placed">) {
  const given: readonly GivenReaction[] = reactions === "[]" ? [] : JSON.parse(reactions);
  const state: ThreadRecord | null = thread === null ? null : JSON.parse(thread);
  const made: Curation | null = curation === null ? null : JSON.parse(curation);
  const words: PendingWords | null = pending === null ? null : JSON.parse(pending);
  const written: NoteRow["summary"] = summary === null ? null : JSON.parse(summary);
  return { reactions: given, thread: state, curation: made, summary: written, pending: words };
}
