/** Notes as the index should have them, made from the tables; the one place that says what is indexed. */
import type { Motivation } from "#app/domain/annotation/annotation.ts";
import { noteKind } from "#app/domain/search/note-kind.ts";
import { plainWords } from "#app/domain/search/plain.ts";
import { ASKS, FIRST, placeToken, tagToken } from "./tokens.ts";

/** A placement of a published note with all that is indexed of it. */
export type NoteSource = {
  readonly annotation: string;
  readonly root: string;
  readonly document: string;
  readonly audience: string;
  readonly seat: string;
  readonly motivation: Motivation;
  readonly kind: string | null;
  readonly colour: string | null;
  /** JSON list of names. */
  readonly tags: string;
  readonly body: string;
  readonly created: number;
  /** Of the thread's passage, UTF-16 code units; null for the whole text. */
  readonly start: number | null;
  /** Of the paragraph in which that begins; null for headings and the whole text. */
  readonly number: number | null;
  /** Of all paragraphs that a passage of the thread touches, apart by commas; null for none. */
  readonly numbers: string | null;
};

/** The columns of `note_words`. */
export type NoteWords = Readonly<
  Record<"words" | "audience" | "document" | "place" | "seat" | "kind" | "colour" | "tags", string>
>;

const sources = `
  SELECT a.id AS annotation, a.root_id AS root, a.document_id AS document, p.audience_id AS audience, p.seat_id AS seat,
    a.motivation, a.kind, a.colour, a.tags, a.created_at AS created, r.start,
    (SELECT b.number FROM search_blocks b WHERE b.document_id = a.document_id AND b.start <= r.start
     ORDER BY b.start DESC, b.n DESC LIMIT 1) AS number,
    (SELECT group_concat(DISTINCT b.number) FROM (
       SELECT r.target AS target UNION ALL SELECT m.value FROM json_each(r.more) m) t
     CROSS JOIN search_blocks b ON b.document_id = a.document_id AND b.number IS NOT NULL
       AND b.start < json_extract(t.target, '$.selector[0].end') AND b."end" > json_extract(t.target, '$.selector[0].start')
       -- Paragraphs do not overlap, so none begins before the one in which the passage does. Without this, and with the
       -- tables the other way round, all paragraphs of the text are read.
       AND b.start >= coalesce((SELECT c.start FROM search_blocks c WHERE c.document_id = a.document_id
         AND c.start <= json_extract(t.target, '$.selector[0].start') ORDER BY c.start DESC LIMIT 1), 0)
    ) AS numbers,
    coalesce((SELECT v.body FROM annotation_revisions v WHERE v.annotation_id = a.id ORDER BY v.n DESC LIMIT 1), '') AS body
  FROM annotations a JOIN annotations r ON r.id = a.root_id JOIN placements p ON p.annotation_id = a.id
  WHERE a.status = 'published'`;

/** Placements of one note, by its id. */
export const sourcesOfNote = `${sources} AND a.id = ? ORDER BY p.audience_id`;
/** Placements of all notes on one text, by its id, oldest note first. */
export const sourcesOfText = `${sources} AND a.document_id = ? ORDER BY a.created_at, a.id, p.audience_id`;

/** What `note_words` should hold of a placement. */
export function noteWords(source: NoteSource): NoteWords {
  return {
    words: plainWords(source.body),
    audience: source.audience,
    document: source.document,
    place: placesOf(source),
    seat: source.seat,
    kind: kindTokens(source),
    colour: source.colour ?? "",
    tags: tagNames(source.tags).map(tagToken).join(" "),
  };
}

function placesOf({ number, numbers }: NoteSource): string {
  const touched = (numbers ?? "").split(",").filter(Boolean).map(Number);
  const all = new Set(number === null ? touched : [number, ...touched]);
  return [...all]
    .sort((a, b) => a - b)
    .map(placeToken)
    .join(" ");
}

function kindTokens(source: NoteSource): string {
  const asks = source.motivation === "questioning" ? [ASKS] : [];
  const first = source.annotation === source.root ? [FIRST] : [];
  return [noteKind(source), ...asks, ...first].join(" ");
}

/** Names of tags from their JSON list. */
export function tagNames(json: string): readonly string[] {
  const names: unknown = JSON.parse(json);
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}
