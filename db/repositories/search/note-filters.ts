/** What the index cannot say of a note, since it changes without the note: asked of the tables, row by row. */
import type { Flag } from "#app/domain/search/query.ts";
import { ASKS, FIRST } from "./tokens.ts";

/** Flags that are asked of the tables; whose a note is stands in the index. */
export type StateFlag = Exclude<Flag, "is:mine">;

/** True for audiences that the viewer may read beside this note, which is of a text that they may read. */
const mayRead = (row: string) =>
  `(${row}.audience_id IN (SELECT value FROM json_each(@audiences))
    OR ${row}.audience_id || ${row}.document_id IN (SELECT value FROM json_each(@gated)))`;

/** What the index knows of every note for which a flag holds. */
export const flagToken: Readonly<Partial<Record<StateFlag, string>>> = {
  "has:reply": FIRST,
  "is:open": ASKS,
  "is:answered": ASKS,
};

/** SQL for each flag, over `n` (search_notes) and `a` (annotations); binds @viewer, @audiences, @gated. */
export const flagSql: Readonly<Record<StateFlag, string>> = {
  "has:reply": `(n.annotation_id = n.root_id AND EXISTS (SELECT 1 FROM search_notes x
    WHERE x.root_id = n.root_id AND x.annotation_id <> n.annotation_id AND ${mayRead("x")}))`,
  "is:unread": `(a.creator_id <> @viewer
    AND a.created_at > coalesce((SELECT s.seen_at FROM seen s
      WHERE s.member_id = @viewer AND s.document_id = n.document_id), 0)
    AND a.created_at > coalesce((SELECT t.read_at FROM thread_reads t
      WHERE t.member_id = @viewer AND t.root_id = n.root_id), 0))`,
  "is:open": `(a.motivation = 'questioning' AND NOT EXISTS (SELECT 1 FROM thread_states t
    WHERE t.root_id = n.annotation_id AND t.state = 'answered'))`,
  "is:answered": `(a.motivation = 'questioning' AND EXISTS (SELECT 1 FROM thread_states t
    WHERE t.root_id = n.annotation_id AND t.state = 'answered'))`,
  "is:endorsed": `EXISTS (SELECT 1 FROM annotation_reactions e
    WHERE e.annotation_id = n.annotation_id AND e.reaction = 'endorse')`,
};

/** False for a further placement of a note of which another one that the viewer may read shows it already. */
export const isShownOnce = `NOT EXISTS (SELECT 1 FROM search_notes x
  WHERE x.annotation_id = n.annotation_id AND x.id > n.id AND ${mayRead("x")})`;

/** Time of the latest word in the thread that the viewer may read, as an id of search_notes. */
export const activitySql = `(SELECT max(x.id) FROM search_notes x WHERE x.root_id = n.root_id AND ${mayRead("x")})`;
