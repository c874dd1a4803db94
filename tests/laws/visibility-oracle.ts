/** Who sees what, told a second time and straight from the tables, so that the two tellings can be held together. */
import type { Database } from "better-sqlite3";

export type Seen = { readonly status: string; readonly body: string; readonly version: number };

type Row = {
  readonly id: string;
  readonly parent_id: string | null;
  readonly creator_id: string;
  readonly status: string;
  readonly version: number;
  readonly kind: string;
  readonly body: string | null;
};

const rowsOf = `
  SELECT a.id, a.parent_id, a.creator_id, a.status, a.version, u.kind,
    (SELECT body FROM annotation_revisions r WHERE r.annotation_id = a.id ORDER BY n DESC LIMIT 1) AS body
  FROM annotations a JOIN placements p ON p.annotation_id = a.id JOIN audiences u ON u.id = p.audience_id
  WHERE a.document_id = ?`;

/** True for whom a sanction keeps out of the text, its group or the site. */
function isShutOut(sqlite: Database, memberId: string, text: { readonly id: string; readonly group: string }): boolean {
  const found = sqlite
    .prepare<[string, string, string]>(
      `SELECT 1 FROM sanctions WHERE member_id = ? AND kind IN ('suspend', 'ban') AND ended_at IS NULL
       AND scope_id IN ('', ?, ?)`,
    )
    .get(memberId, text.group, text.id);
  return found !== undefined;
}

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
  if (role === undefined || isShutOut(sqlite, memberId, text)) return {};
  const rows = sqlite.prepare<[string], Row>(rowsOf).all(text.id);
  const isAnswered = (id: string): boolean =>
    rows.some((row) => row.parent_id === id && (row.status === "published" || isAnswered(row.id)));
  const seen: Record<string, Seen> = {};
  for (const row of rows) {
    const isOwn = row.creator_id === memberId;
    if (row.kind === "desk" && !isOwn) continue;
    const isStaff = role === "owner" || role === "teacher" || role === "moderator";
    const isKept = ["held", "hidden", "removed", "spam"].includes(row.status);
    const showsBody = row.status === "published" || (isKept && (isOwn || isStaff));
    const leavesTrace = row.status !== "held" && row.status !== "spam" && isAnswered(row.id);
    if (!showsBody && !leavesTrace) continue;
    seen[row.id] = { status: row.status, body: showsBody ? (row.body ?? "") : "", version: row.version };
  }
  return seen;
}
