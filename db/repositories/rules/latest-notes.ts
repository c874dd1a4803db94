import type { Role } from "#app/domain/group/group.ts";
import type { Db } from "#db/client.ts";

/** As much of a note as a rule that is tried on it needs. Times in milliseconds. */
export type LatestNote = {
  readonly id: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly creator: string;
  /** Of its author in the group now, null for those who left. */
  readonly role: Role | null;
  readonly createdAt: number;
  /** Of its text. */
  readonly title: string;
};

/** The group's latest notes with words that others than staff can read or could, newest first. */
export function latestNotesRepository(db: Db) {
  const latest = db.$client.prepare<[string, number], Omit<LatestNote, "tags"> & { readonly tags: string }>(
    `SELECT a.id, a.tags, a.creator_id AS creator, a.created_at AS createdAt, d.title, m.role,
       (SELECT r.body FROM annotation_revisions r WHERE r.annotation_id = a.id ORDER BY r.n DESC LIMIT 1) AS body
     FROM annotations a JOIN documents d ON d.id = a.document_id
     LEFT JOIN memberships m ON m.group_id = d.group_id AND m.member_id = a.creator_id AND m.left_at IS NULL
     WHERE d.group_id = ? AND a.status NOT IN ('draft', 'deleted', 'redacted')
       AND EXISTS (SELECT 1 FROM placements p JOIN audiences u ON u.id = p.audience_id
         WHERE p.annotation_id = a.id AND u.kind NOT IN ('desk', 'staff'))
       AND EXISTS (SELECT 1 FROM annotation_revisions r WHERE r.annotation_id = a.id AND r.body <> '')
     ORDER BY a.created_at DESC, a.id DESC LIMIT ?`,
  );
  return {
    async ofGroup(groupId: string, limit: number): Promise<readonly LatestNote[]> {
      return latest.all(groupId, limit).map(({ tags, ...note }) => ({ ...note, tags: JSON.parse(tags) }));
    },
  };
}
