/** What moderators do in laws, and what the record must say in the end. */
import type { Database } from "better-sqlite3";
import { reasons } from "#app/domain/moderation/reason.ts";
import { type NoteVerb, noteVerbs } from "#app/domain/moderation/verb.ts";
import { isProblem } from "#app/domain/problem.ts";
import type { AttackSite, Person } from "#tests/integration/attack-site.ts";

export const decisionVerbs = [...noteVerbs, "undo"] as const;
export type DecisionVerb = NoteVerb | "undo";

/** Decides, with words of their own; whatever is refused to them is refused with a sentence. */
export async function decideIn(
  { site, database }: AttackSite,
  {
    by,
    verb,
    note,
    words,
  }: { readonly by: Person; readonly verb: DecisionVerb; readonly note: string; readonly words: string },
): Promise<void> {
  const doing =
    verb === "undo"
      ? site.moderation.undo(by.viewer, latestAbout(database.sqlite, note))
      : site.moderation.decide(by.viewer, {
          ...{ note, verb, reason: reasons[words.length % reasons.length] ?? "other", toAuthor: "", toStaff: words },
          version: (await site.read.annotations.find(note))?.version ?? 1,
        });
  await doing.catch((error: unknown) => {
    if (!isProblem(error)) throw error;
  });
}

/** Notes whose status is not what the last row of the record about them says; none, when every change has its row. */
export function strayStatuses(sqlite: Database): readonly string[] {
  return sqlite
    .prepare<[], string>(
      `SELECT a.id FROM annotations a
       WHERE a.status <> coalesce((SELECT json_extract(d.after, '$.status') FROM decisions d
         WHERE d.subject_kind = 'note' AND d.subject_id = a.id ORDER BY d.seq DESC LIMIT 1), 'published')`,
    )
    .pluck()
    .all();
}

/** What moderators said among themselves in that group: for those who are staff there now, nothing for others. */
export function staffWords(sqlite: Database, memberId: string, groupId: string): readonly string[] {
  return sqlite
    .prepare<[string, string], string>(
      `SELECT w.to_staff FROM decisions d JOIN decision_words w ON w.decision_id = d.id
       JOIN memberships m ON m.group_id = d.group_id AND m.left_at IS NULL AND m.role IN ('owner', 'teacher', 'moderator')
       WHERE m.member_id = ? AND d.group_id = ?`,
    )
    .pluck()
    .all(memberId, groupId);
}

function latestAbout(sqlite: Database, note: string): number {
  const seq = sqlite
    .prepare<[string], number>(
      "SELECT seq FROM decisions WHERE subject_id = ? AND actor_role <> 'author' ORDER BY seq DESC LIMIT 1",
    )
    .pluck()
    .get(note);
  return seq ?? 999_999;
}
