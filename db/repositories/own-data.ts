/** What a site holds of one member: to be taken along by them, or away with them. Nothing in here is anybody else's. */
import type { Target } from "#app/domain/annotation/annotation.ts";
import type { Db } from "../client.ts";

export type OwnNote = {
  readonly id: string;
  readonly group: string;
  /** Title of the text. */
  readonly text: string;
  readonly document: string;
  /** Id of the note that it answers. */
  readonly answers: string | null;
  readonly motivation: string;
  readonly status: string;
  readonly colour: string | null;
  readonly kind: string | null;
  readonly tags: readonly string[];
  readonly targets: readonly Target[];
  readonly createdAt: number;
  readonly editedAt: number | null;
  readonly isPrivate: boolean;
  /** Whether the member is in the group of the text now. */
  readonly isMember: boolean;
};

export type OwnPage = {
  readonly documentId: string;
  readonly audienceId: string;
  readonly text: string;
  readonly group: string;
  readonly clients: readonly number[];
};

type Row = Readonly<Record<string, unknown>>;

type StoredNote = Omit<OwnNote, "tags" | "targets" | "isPrivate" | "isMember"> & {
  readonly tags: string;
  readonly target: string | null;
  readonly more: string;
  readonly isPrivate: number;
  readonly isMember: number;
};

const IN_GROUP = `EXISTS (SELECT 1 FROM memberships m
  WHERE m.group_id = d.group_id AND m.member_id = @member AND m.left_at IS NULL)`;

/** Lists of the download by name; each statement is bound to the member alone. */
const lists = {
  memberships: `SELECT g.name AS "group", m.role, m.joined_at AS joinedAt, m.left_at AS leftAt
    FROM memberships m JOIN groups g ON g.id = m.group_id WHERE m.member_id = @member ORDER BY m.joined_at`,
  sessions: `SELECT device, created_at AS createdAt, seen_at AS seenAt FROM sessions
    WHERE member_id = @member AND awaits_factor = 0 ORDER BY created_at`,
  passkeys: `SELECT name, created_at AS createdAt, used_at AS usedAt FROM passkeys
    WHERE member_id = @member ORDER BY created_at`,
  reactions: `SELECT r.reaction, r.annotation_id AS note, r.created_at AS createdAt FROM annotation_reactions r
    WHERE r.member_id = @member ORDER BY r.created_at`,
  follows: `SELECT subject_kind AS kind, CASE subject_kind WHEN 'member' THEN NULL ELSE subject_id END AS subject, level,
    created_at AS createdAt FROM follows WHERE member_id = @member ORDER BY created_at`,
  letters: "SELECT kind, frequency FROM letter_choices WHERE member_id = @member ORDER BY kind",
  reading: `SELECT d.title AS text, s.block AS paragraph, s.seen_at AS seenAt FROM seen s
    JOIN documents d ON d.id = s.document_id WHERE s.member_id = @member AND ${IN_GROUP} ORDER BY s.seen_at`,
  readingTime: `SELECT d.title AS text, r.day, r.active FROM reading_times r
    JOIN documents d ON d.id = r.document_id WHERE r.member_id = @member ORDER BY r.day, d.id`,
  reports: `SELECT reason, words, state, created_at AS createdAt FROM reports
    WHERE reporter_id = @member ORDER BY created_at`,
  // Words among moderators are about the member and not theirs; those to the member are.
  sanctions: `SELECT s.kind, s.scope_kind AS scope, g.name AS "group", s.reason, w.to_author AS words,
    s.starts_at AS startedAt, s.ends_at AS endsAt, s.ended_at AS endedAt, s.ending, s.acknowledged_at AS acknowledgedAt
    FROM sanctions s LEFT JOIN groups g ON g.id = s.group_id LEFT JOIN decision_words w ON w.decision_id = s.decision_id
    WHERE s.member_id = @member ORDER BY s.starts_at`,
  decisions: `SELECT d.seq AS number, d.verb, d.subject_id AS note, d.reason, w.to_author AS words, d.at AS decidedAt
    FROM decisions d JOIN annotations a ON d.subject_kind = 'note' AND a.id = d.subject_id
    LEFT JOIN decision_words w ON w.decision_id = d.id
    WHERE a.creator_id = @member AND d.actor_role <> 'author' AND d.verb <> 'note.spam' ORDER BY d.seq`,
  appeals: `SELECT p.decision, p.state, p.created_at AS createdAt, p.decided_at AS decidedAt,
    (SELECT json_group_array(m.words) FROM appeal_messages m
      WHERE m.appeal_id = p.id AND m.author_id = @member AND m.is_staff = 0) AS words
    FROM appeals p WHERE p.appellant_id = @member ORDER BY p.created_at`,
  handedIn: `SELECT a.title AS assignment, s.n AS number, s.by, s.at, s.late, json_array_length(s.snapshot, '$.notes') AS notes
    FROM submissions s JOIN assignments a ON a.id = s.assignment_id WHERE s.member_id = @member ORDER BY s.at`,
  // What its marker has not shown yet is not said.
  grades: `SELECT a.title AS assignment, g.points, g.is_excused AS isExcused, g.comment, g.released_at AS releasedAt
    FROM grades g JOIN assignments a ON a.id = g.assignment_id
    WHERE g.member_id = @member AND g.marking = 'final' AND g.released_at IS NOT NULL ORDER BY g.released_at`,
  aboutGrades: `SELECT a.title AS assignment, m.words, m.is_staff AS asStaff, m.at FROM feedback_messages m
    JOIN assignments a ON a.id = m.assignment_id WHERE m.author_id = @member ORDER BY m.at`,
  ignored: `SELECT ignored_id AS person, created_at AS createdAt FROM ignores
    WHERE member_id = @member ORDER BY created_at`,
  textsAdded: `SELECT d.title AS text, d.created_at AS createdAt FROM documents d
    WHERE d.added_by = @member AND ${IN_GROUP} ORDER BY d.created_at`,
  portfolioLinks: `SELECT g.name AS "group", w.created_at AS createdAt, w.expires_at AS expiresAt, w.revoked_at AS revokedAt
    FROM work_links w JOIN groups g ON g.id = w.group_id WHERE w.member_id = @member ORDER BY w.created_at`,
} as const;

export type OwnList = keyof typeof lists;

export const ownLists = Object.keys(lists) as readonly OwnList[];

/** Rows that go with an account; notes, places in groups and reactions have verbs of their own. */
const traces = [
  "sessions WHERE member_id",
  "tokens WHERE member_id",
  "challenges WHERE member_id",
  "passkeys WHERE member_id",
  "authenticators WHERE member_id",
  "recovery_codes WHERE member_id",
  "imports WHERE member_id",
  "seen WHERE member_id",
  "thread_reads WHERE member_id",
  "reading_times WHERE member_id",
  "follows WHERE member_id",
  "follows WHERE subject_kind = 'member' AND subject_id",
  "notifications WHERE member_id",
  "letter_choices WHERE member_id",
  "letters WHERE member_id",
  "work_links WHERE member_id",
  "feedback_messages WHERE author_id",
  "ignores WHERE member_id",
  "ignores WHERE ignored_id",
  "member_notes WHERE member_id",
  "deletions WHERE member_id",
] as const;

/** Verbs over one member's rows everywhere. */
export function ownDataRepository(db: Db) {
  const sqlite = db.$client;
  const notes = sqlite.prepare<[{ member: string; after: string; limit: number }], StoredNote>(
    `SELECT a.id, g.name AS "group", d.title AS text, d.id AS document, a.parent_id AS answers, a.motivation, a.status,
       a.colour, a.kind, a.tags, a.target, a.more, a.created_at AS createdAt, a.edited_at AS editedAt,
       NOT EXISTS (SELECT 1 FROM placements p JOIN audiences u ON u.id = p.audience_id
         WHERE p.annotation_id = a.id AND NOT (u.kind = 'desk' AND u.member_id = @member)) AS isPrivate,
       ${IN_GROUP} AS isMember
     FROM annotations a JOIN documents d ON d.id = a.document_id JOIN groups g ON g.id = d.group_id
     WHERE a.creator_id = @member AND a.id > @after ORDER BY a.id LIMIT @limit`,
  );
  const pages = sqlite.prepare<
    [{ member: string }],
    { documentId: string; audienceId: string; text: string; group: string; clients: string }
  >(
    `SELECT c.document_id AS documentId, c.audience_id AS audienceId, d.title AS text, g.name AS "group",
       json_group_array(c.client_id) AS clients
     FROM shared_note_clients c JOIN documents d ON d.id = c.document_id JOIN groups g ON g.id = d.group_id
     WHERE c.member_id = @member AND ${IN_GROUP}
     GROUP BY c.document_id, c.audience_id ORDER BY c.document_id, c.audience_id`,
  );

  return {
    async list(name: OwnList, memberId: string): Promise<readonly Row[]> {
      return sqlite.prepare<[{ member: string }], Row>(lists[name]).all({ member: memberId });
    },

    /** At most `limit` of the member's notes and replies after that id, by id. */
    async notes(memberId: string, after: string, limit: number): Promise<readonly OwnNote[]> {
      return notes.all({ member: memberId, after, limit }).map(({ target, more, ...note }) => ({
        ...note,
        tags: JSON.parse(note.tags) as readonly string[],
        targets: [
          ...(target === null ? [] : [JSON.parse(target) as Target]),
          ...(JSON.parse(more) as readonly Target[]),
        ],
        isPrivate: note.isPrivate === 1,
        isMember: note.isMember === 1,
      }));
    },

    /** Shared pages that the member may open and has written on, with the Yjs client ids of theirs. */
    async pages(memberId: string): Promise<readonly OwnPage[]> {
      return pages
        .all({ member: memberId })
        .map(({ clients, ...page }) => ({ ...page, clients: JSON.parse(clients) as readonly number[] }));
    },

    /** Takes away what goes with an account. */
    async forget(memberId: string): Promise<void> {
      for (const rows of traces) sqlite.prepare<[string]>(`DELETE FROM ${rows} = ?`).run(memberId);
      for (const table of ["shared_note_updates", "shared_note_refusals"]) {
        sqlite.prepare<[string]>(`UPDATE ${table} SET member_id = NULL WHERE member_id = ?`).run(memberId);
      }
    },
  };
}
