/** What a page shows of the notes that it found. */
import type { Colour, Motivation } from "#app/domain/annotation/annotation.ts";
import { noteKind } from "#app/domain/search/note-kind.ts";
import type { Db } from "#db/client.ts";
import type { NoteScope } from "./match.ts";
import { tagNames } from "./note-rows.ts";

/** One note; `quote` is the passage of its thread, "" for the whole text, and `colour` that thread's. */
export type NoteDetails = {
  readonly id: number;
  readonly annotation: string;
  readonly root: string;
  readonly document: string;
  readonly seat: string;
  readonly number: number | null;
  readonly created: number;
  readonly kind: string;
  readonly colour: Colour | null;
  readonly tags: readonly string[];
  readonly words: string;
  readonly quote: string;
  /** Seat of the note that it answers in the same audience; null for first notes, and where the viewer may not see it. */
  readonly answers: string | null;
  /** Published replies in its thread that the viewer may read; of first notes only. */
  readonly replies: number;
};

type Row = Omit<NoteDetails, "kind" | "tags"> & {
  readonly kind: string | null;
  readonly motivation: Motivation;
  readonly tags: string;
};

const sql = `
  SELECT n.id, n.annotation_id AS annotation, n.root_id AS root, n.document_id AS document, n.seat_id AS seat, n.number,
    a.created_at AS created, a.kind, a.motivation, t.colour, a.tags, w.words,
    coalesce(json_extract(t.target, '$.selector[1].exact'), '') AS quote,
    (SELECT x.seat_id FROM search_notes x WHERE x.annotation_id = a.parent_id AND x.audience_id = n.audience_id) AS answers,
    CASE WHEN a.parent_id IS NULL THEN
      (SELECT count(DISTINCT x.annotation_id) FROM search_notes x WHERE x.root_id = n.root_id AND x.annotation_id <> x.root_id
       AND (x.audience_id IN (SELECT value FROM json_each(@audiences))
         OR x.audience_id || x.document_id IN (SELECT value FROM json_each(@gated)))) ELSE 0 END AS replies
  FROM json_each(@ids) i CROSS JOIN search_notes n ON n.id = i.value
  JOIN note_words w ON w.rowid = n.id
  JOIN annotations a ON a.id = n.annotation_id JOIN annotations t ON t.id = n.root_id
  ORDER BY i.key`;

/** Notes by the ids of their rows, in that order. Only ids that were found in this scope may be given. */
export function noteDetails(
  { $client: sqlite }: Pick<Db, "$client">,
  ids: readonly number[],
  { audiences, gated }: NoteScope,
): readonly NoteDetails[] {
  const rows = sqlite.prepare<[object], Row>(sql).all({
    ids: JSON.stringify(ids),
    audiences: JSON.stringify(audiences),
    gated: JSON.stringify(gated.flatMap(({ audience, documents }) => documents.map((text) => audience + text))),
  });
  return rows.map(({ motivation, ...row }) => ({
    ...row,
    kind: noteKind({ kind: row.kind, motivation }),
    tags: tagNames(row.tags),
  }));
}
