/** Work that was handed in, and the notes that it is made of. Times in milliseconds. */
import { and, asc, desc, eq } from "drizzle-orm";
import type { Kind, Motivation, Target } from "#app/domain/annotation/annotation.ts";
import type { Db } from "#db/client.ts";
import { submissions } from "#db/schema/grading.ts";

export type SubmissionRow = typeof submissions.$inferSelect;

/** A note as it was at some moment, before anything of it is counted. */
export type WorkNote = {
  readonly id: string;
  readonly member: string;
  readonly document: string;
  /** Of the newest body that was there then. */
  readonly revision: string;
  readonly body: string;
  readonly motivation: Motivation;
  readonly kind: Kind | null;
  readonly tags: readonly string[];
  readonly targets: readonly Target[];
  readonly parent: string | null;
  readonly repliesTo: string | null;
  readonly prompt: string | null;
  readonly created: number;
  readonly isEndorsed: boolean;
};

type Row = Omit<WorkNote, "tags" | "targets" | "isEndorsed"> & {
  readonly tags: string;
  readonly target: string | null;
  readonly more: string;
  readonly isEndorsed: number;
};
type Asked = { readonly assignment: string; readonly member: string | null; readonly until: number };

/** Verbs over submissions. */
export function submissionsRepository(db: Db) {
  // What stands in the assignment's own audiences, as it was at that moment; what moderation took away is not there.
  const notes = db.$client.prepare<[Asked], Row>(
    `SELECT a.id, a.creator_id AS member, a.document_id AS document, r.id AS revision, r.body, a.motivation, a.kind,
       (SELECT json_group_array(t.key) FROM annotation_tags t WHERE t.annotation_id = a.id) AS tags,
       a.target, a.more, a.parent_id AS parent, b.creator_id AS repliesTo, q.prompt_id AS prompt, a.created_at AS created,
       EXISTS (SELECT 1 FROM annotation_reactions x WHERE x.annotation_id = a.id AND x.reaction = 'endorse') AS isEndorsed
     FROM audiences u
     JOIN placements p ON p.audience_id = u.id
     JOIN annotations a ON a.id = p.annotation_id AND a.status = 'published' AND a.created_at <= @until
     JOIN annotation_revisions r ON r.annotation_id = a.id AND r.n = (
       SELECT max(n) FROM annotation_revisions WHERE annotation_id = a.id AND created_at <= @until)
     LEFT JOIN annotations b ON b.id = a.parent_id
     LEFT JOIN prompt_answers q ON q.annotation_id = a.id
     WHERE u.assignment_id = @assignment AND (@member IS NULL OR a.creator_id = @member)
     GROUP BY a.id ORDER BY a.created_at, a.id`,
  );
  type Wrote = { readonly assignment: string; readonly member: string };
  const writers = db.$client.prepare<[{ group: string; member: string | null }], Wrote>(
    // Seat by seat: of 60,000 notes only the first one that stands from each is looked at.
    `SELECT DISTINCT u.assignment_id AS assignment, s.member_id AS member
     FROM audiences u JOIN seats s ON s.audience_id = u.id AND (@member IS NULL OR s.member_id = @member)
     WHERE u.group_id = @group AND u.assignment_id IS NOT NULL AND EXISTS (
       SELECT 1 FROM placements p JOIN annotations a ON a.id = p.annotation_id AND a.status = 'published'
       WHERE p.seat_id = s.id)`,
  );
  const takenAway = db.$client
    .prepare<[Omit<Asked, "until">], string>(
      `SELECT DISTINCT a.id FROM audiences u JOIN placements p ON p.audience_id = u.id
       JOIN annotations a ON a.id = p.annotation_id AND (@member IS NULL OR a.creator_id = @member)
         AND a.status IN ('held', 'hidden', 'removed', 'spam', 'redacted')
       WHERE u.assignment_id = @assignment`,
    )
    .pluck();

  return {
    /** Of one member, or of everybody, as they were at `until`; oldest first. */
    async notes({ assignment, member, until }: Asked): Promise<readonly WorkNote[]> {
      return notes.all({ assignment, member, until }).map(({ tags, target, more, isEndorsed, ...row }) => ({
        ...row,
        tags: JSON.parse(tags),
        targets: [...(target === null ? [] : [JSON.parse(target)]), ...JSON.parse(more)],
        isEndorsed: isEndorsed === 1,
      }));
    },

    /** Ids of what moderators have taken out of sight, of one member's work or of everybody's. */
    async takenAway(assignment: string, member: string | null): Promise<ReadonlySet<string>> {
      return new Set(takenAway.all({ assignment, member }));
    },

    /** Newest first. */
    async ofMember(assignmentId: string, memberId: string): Promise<readonly SubmissionRow[]> {
      const mine = and(eq(submissions.assignmentId, assignmentId), eq(submissions.memberId, memberId));
      return db.select().from(submissions).where(mine).orderBy(desc(submissions.n)).all();
    },

    /** The newest of each member. */
    async newest(assignmentId: string): Promise<ReadonlyMap<string, SubmissionRow>> {
      const rows = db
        .select()
        .from(submissions)
        .where(eq(submissions.assignmentId, assignmentId))
        .orderBy(asc(submissions.n))
        .all();
      return new Map(rows.map((row) => [row.memberId, row]));
    },

    /** How and when each member's newest came to be, without its notes. */
    async taken(assignmentId: string): Promise<ReadonlyMap<string, Pick<SubmissionRow, "by" | "at">>> {
      const rows = db
        .select({ member: submissions.memberId, by: submissions.by, at: submissions.at })
        .from(submissions)
        .where(eq(submissions.assignmentId, assignmentId))
        .orderBy(asc(submissions.n))
        .all();
      return new Map(rows.map(({ member, by, at }) => [member, { by, at }]));
    },

    /** Milliseconds late of each member's newest, without its notes. */
    async lateness(assignmentId: string): Promise<ReadonlyMap<string, number>> {
      const rows = db
        .select({ member: submissions.memberId, late: submissions.late })
        .from(submissions)
        .where(eq(submissions.assignmentId, assignmentId))
        .orderBy(asc(submissions.n))
        .all();
      return new Map(rows.map(({ member, late }) => [member, late]));
    },

    /** Who wrote in which assignment of a group, by assignment; of one member alone, or of everybody. */
    async writers(groupId: string, memberId: string | null = null): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
      const found = new Map<string, Set<string>>();
      for (const { assignment, member } of writers.all({ group: groupId, member: memberId })) {
        found.set(assignment, (found.get(assignment) ?? new Set()).add(member));
      }
      return found;
    },

    async find(id: string): Promise<SubmissionRow | null> {
      return db.select().from(submissions).where(eq(submissions.id, id)).get() ?? null;
    },

    async insert(row: typeof submissions.$inferInsert): Promise<void> {
      db.insert(submissions).values(row).run();
    },
  };
}
