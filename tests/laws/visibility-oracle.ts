/** Who sees what, told a second time and straight from the tables, so that the two tellings can be held together. */
import type { Database } from "better-sqlite3";

export type Seen = {
  readonly status: string;
  readonly body: string;
  readonly version: number;
  /** Reactions that go with the body, counted by sign. */
  readonly reactions: Readonly<Record<string, number>>;
  /** Of a question that was answered or opened again, with the answer where it stands. */
  readonly thread: { readonly state: string; readonly answer: string | null } | null;
};

type Row = {
  readonly id: string;
  readonly parent_id: string | null;
  readonly creator_id: string;
  readonly status: string;
  readonly version: number;
  /** Kinds of the audiences where it stands. */
  readonly kinds: string;
  /** Whose desk it is on, if any. */
  readonly desk: string | null;
  readonly body: string | null;
  readonly reactions: string;
  readonly state: string | null;
  readonly answer: string | null;
};

const rowsOf = `
  SELECT a.id, a.parent_id, a.creator_id, a.status, a.version, t.state, t.answer_id AS answer,
    (SELECT group_concat(u.kind) FROM placements p JOIN audiences u ON u.id = p.audience_id
      WHERE p.annotation_id = a.id) AS kinds,
    (SELECT max(u.member_id) FROM placements p JOIN audiences u ON u.id = p.audience_id
      WHERE p.annotation_id = a.id AND u.kind = 'desk') AS desk,
    (SELECT body FROM annotation_revisions r WHERE r.annotation_id = a.id ORDER BY n DESC LIMIT 1) AS body,
    (SELECT json_group_object(x.reaction, x.n) FROM
      (SELECT reaction, count(*) AS n FROM annotation_reactions WHERE annotation_id = a.id GROUP BY reaction) x) AS reactions
  FROM annotations a LEFT JOIN thread_states t ON t.root_id = a.id WHERE a.document_id = ?`;

/** Note id -> what the member sees of it; notes of which they see nothing are missing. */
export function visibleTo(
  sqlite: Database,
  memberId: string,
  text: { readonly id: string; readonly group: string },
): Record<string, Seen> {
  const role = sqlite
    .prepare<[string, string], string>(
      "SELECT role FROM memberships WHERE group_id = ? AND member_id = ? AND left_at IS NULL",
    )
    .pluck()
    .get(text.group, memberId);
  if (role === undefined) return {};
  const rows = sqlite.prepare<[string], Row>(rowsOf).all(text.id);
  const isStaff = role === "owner" || role === "teacher" || role === "moderator";
  const mayKnow = ({ kinds, desk }: Row): boolean =>
    kinds.includes("group") || desk === memberId || (isStaff && kinds.includes("staff"));
  const isPrivate = ({ kinds }: Row): boolean => kinds.includes("staff");
  /** Whether a reply stands below that is a reason for this member to see that something was here. */
  const isAnswered = (top: Row, at: Row = top): boolean =>
    rows.some(
      (row) =>
        row.parent_id === at.id &&
        ((row.status === "published" &&
          (!isPrivate(row) || isPrivate(top) || isStaff || top.creator_id === memberId)) ||
          isAnswered(top, row)),
    );
  const seen: Record<string, Seen> = {};
  for (const row of rows) {
    if (!mayKnow(row)) continue;
    const isOwn = row.creator_id === memberId;
    const showsBody = row.status === "published" || (row.status === "hidden" && (isOwn || isStaff));
    if (!showsBody && !isAnswered(row)) continue;
    const stands = rows.some(({ id, status }) => id === row.answer && status === "published");
    seen[row.id] = {
      status: row.status,
      body: showsBody ? (row.body ?? "") : "",
      version: row.version,
      reactions: showsBody ? JSON.parse(row.reactions) : {},
      thread: showsBody && row.state !== null ? { state: row.state, answer: stands ? row.answer : null } : null,
    };
  }
  return seen;
}
