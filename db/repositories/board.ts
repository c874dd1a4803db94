/** What a board shows of the notes of an assignment, counted where they lie. What moderation took away is not there. */
import type { PerQuarter } from "#app/domain/assignment/days.ts";
import { QUARTER } from "#app/domain/assignment/days.ts";
import type { Db } from "#db/client.ts";

/** How often `from` answered `to`; member ids. */
export type Answered = { readonly from: string; readonly to: string; readonly times: number };

/** A first note that waits for somebody: an open question, or one without a reply. `at` in milliseconds. */
export type WaitingThread = {
  readonly id: string;
  readonly member: string;
  readonly isQuestion: boolean;
  readonly hasReply: boolean;
  readonly at: number;
};

/** A note that is shown as a line. */
export type ThreadWords = { readonly id: string; readonly document: string; readonly body: string };

type Asked = { readonly assignment: string };

/** Each note once, in however many audiences of the assignment it stands. */
const here = `WITH here AS MATERIALIZED (
  SELECT DISTINCT a.id, a.creator_id, a.parent_id, a.motivation, a.kind, a.created_at, a.version
  FROM audiences u
  JOIN placements p ON p.audience_id = u.id
  JOIN annotations a ON a.id = p.annotation_id AND a.status = 'published'
  WHERE u.assignment_id = @assignment)`;

/** Verbs over boards. */
export function boardRepository(db: Db) {
  const sqlite = db.$client;
  const kinds = sqlite.prepare<[Asked], { readonly kind: string; readonly notes: number }>(
    `${here} SELECT CASE WHEN parent_id IS NOT NULL THEN 'reply' WHEN motivation = 'questioning' THEN 'question'
       WHEN motivation = 'highlighting' THEN 'highlight' ELSE coalesce(kind, 'note') END AS kind, count(*) AS notes
     FROM here GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
  const answered = sqlite.prepare<[Asked], Answered>(
    `${here} SELECT h.creator_id AS "from", b.creator_id AS "to", count(*) AS times
     FROM here h JOIN annotations b ON b.id = h.parent_id AND b.creator_id <> h.creator_id
     GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
  );
  const quarters = sqlite.prepare<[Asked], PerQuarter>(
    `${here} SELECT created_at / ${QUARTER} AS quarter, count(*) AS notes FROM here GROUP BY 1`,
  );
  const waiting = sqlite.prepare<
    [Asked],
    Omit<WaitingThread, "isQuestion" | "hasReply"> & { readonly isQuestion: number; readonly hasReply: number }
  >(
    `${here}, threads AS (
       SELECT h.id, h.creator_id AS member, h.created_at AS at, h.motivation = 'questioning' AS asks,
         EXISTS (SELECT 1 FROM annotations r WHERE r.parent_id = h.id AND r.status = 'published') AS hasReply,
         EXISTS (SELECT 1 FROM thread_states t WHERE t.root_id = h.id AND t.state = 'answered') AS isAnswered
       FROM here h WHERE h.parent_id IS NULL AND h.motivation <> 'highlighting')
     SELECT id, member, at, hasReply, asks AND NOT isAnswered AS isQuestion FROM threads
     WHERE (asks AND NOT isAnswered) OR NOT hasReply ORDER BY at, id`,
  );
  const words = sqlite.prepare<[{ ids: string }], ThreadWords>(
    `SELECT a.id, a.document_id AS document, r.body FROM json_each(@ids) wanted
     JOIN annotations a ON a.id = wanted.value
     JOIN annotation_revisions r ON r.annotation_id = a.id
       AND r.n = (SELECT max(n) FROM annotation_revisions WHERE annotation_id = a.id)`,
  );
  const seenBy = sqlite.prepare<[Asked], { readonly member: string; readonly at: number }>(
    `SELECT s.member_id AS member, max(s.seen_at) AS at FROM assignment_texts t JOIN seen s ON s.document_id = t.document_id
     WHERE t.assignment_id = @assignment GROUP BY 1`,
  );
  const seats = sqlite.prepare<[Asked], { readonly member: string; readonly seat: string }>(
    `SELECT s.member_id AS member, min(s.id) AS seat FROM audiences u JOIN seats s ON s.audience_id = u.id
     WHERE u.assignment_id = @assignment GROUP BY 1`,
  );
  const reminded = sqlite.prepare<[Asked], { readonly member: string; readonly at: number }>(
    `SELECT json_extract(after, '$.member') AS member, max(at) AS at FROM decisions
     WHERE subject_kind = 'assignment' AND subject_id = @assignment AND verb = 'assignment.remind' GROUP BY 1`,
  );
  const stamp = sqlite
    .prepare<[Asked], string>(
      `${here} SELECT
         (SELECT count(*) || '.' || coalesce(max(created_at), 0) || '.' || coalesce(sum(version), 0) FROM here) || '-' ||
         (SELECT count(*) || '.' || coalesce(max(at), 0) FROM submissions WHERE assignment_id = @assignment) || '-' ||
         (SELECT coalesce(sum(version), 0) || '.' || count(released_at) FROM grades WHERE assignment_id = @assignment) || '-' ||
         (SELECT count(*) FROM feedback_messages WHERE assignment_id = @assignment) || '-' ||
         (SELECT count(*) || '.' || coalesce(sum(due_at), 0) FROM extensions WHERE assignment_id = @assignment) || '-' ||
         (SELECT count(*) || '.' || coalesce(max(seq), 0) FROM decisions WHERE subject_kind = 'assignment'
            AND subject_id = @assignment) || '-' ||
         (SELECT version || '.' || state FROM assignments WHERE id = @assignment) || '-' ||
         (SELECT coalesce(group_concat(gate), '') FROM audiences WHERE assignment_id = @assignment) AS stamp`,
    )
    .pluck();

  return {
    /** First notes by kind, questions and highlights as such, replies as one; most first. */
    async kinds(assignment: string): Promise<readonly { readonly kind: string; readonly notes: number }[]> {
      return kinds.all({ assignment });
    },

    /** Who answered whom, most first; answers to oneself are none. */
    async answered(assignment: string): Promise<readonly Answered[]> {
      return answered.all({ assignment });
    },

    async quarters(assignment: string): Promise<readonly PerQuarter[]> {
      return quarters.all({ assignment });
    },

    /** Open questions and threads without a reply, longest waiting first. */
    async waiting(assignment: string): Promise<readonly WaitingThread[]> {
      return waiting.all({ assignment }).map(({ isQuestion, hasReply, ...thread }) => ({
        ...thread,
        ...{ isQuestion: isQuestion === 1, hasReply: hasReply === 1 },
      }));
    },

    /** The newest words of these notes. */
    async words(ids: readonly string[]): Promise<ReadonlyMap<string, ThreadWords>> {
      return new Map(words.all({ ids: JSON.stringify(ids) }).map((row) => [row.id, row]));
    },

    /** Until when each member has seen the texts, in milliseconds; 0 for who opened one and saw no note. */
    async seenBy(assignment: string): Promise<ReadonlyMap<string, number>> {
      return new Map(seenBy.all({ assignment }).map(({ member, at }) => [member, at]));
    },

    /** The first seat that each member had there, which no change of sections changes. */
    async seats(assignment: string): Promise<ReadonlyMap<string, string>> {
      return new Map(seats.all({ assignment }).map(({ member, seat }) => [member, seat]));
    },

    /** When each member was reminded last, by the record; in milliseconds. */
    async reminded(assignment: string): Promise<ReadonlyMap<string, number>> {
      return new Map(reminded.all({ assignment }).map(({ member, at }) => [member, at]));
    },

    /** Another one after every change that a board would show, but for what was merely looked at. */
    async stamp(assignment: string): Promise<string> {
      return stamp.get({ assignment }) ?? "";
    },
  };
}
