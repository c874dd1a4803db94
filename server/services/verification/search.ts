import type { Block } from "#app/domain/document/document.ts";
import type { Connection } from "#db/client.ts";
import { type NoteSource, type NoteWords, noteWords, sourcesOfText } from "#db/repositories/search/note-rows.ts";
import { placeToken } from "#db/repositories/search/tokens.ts";

type NoteRow = NoteWords &
  Readonly<Record<"root" | "seat_id" | "document_id", string>> & {
    readonly start: number;
    readonly number: number | null;
  };
type BlockRow = Readonly<Record<"n" | "start" | "end", number>> & {
  readonly number: number | null;
  readonly words: string;
  readonly place: string;
  readonly shelf: string;
};
type TextRow = { readonly id: string; readonly group: string; readonly revision: string };

/** `start` of what stands on the whole text, as the index has it. */
const WHOLE_TEXT = -1;

/** Rows of the index that no note, placement or text stands behind, and halves of rows. */
const strays: readonly (readonly [string, string])[] = [
  [
    `SELECT n.annotation_id FROM search_notes n WHERE NOT EXISTS (SELECT 1 FROM annotations a
       JOIN placements p ON p.annotation_id = a.id
       WHERE a.id = n.annotation_id AND p.audience_id = n.audience_id AND a.status = 'published')`,
    "Search knows note % where it does not stand.",
  ],
  [
    "SELECT rowid FROM note_words EXCEPT SELECT id FROM search_notes",
    "Search holds words of a note that is not there (row %).",
  ],
  [
    "SELECT id FROM search_blocks WHERE document_id NOT IN (SELECT id FROM documents)",
    "Search knows a text that is not there (row %).",
  ],
  [
    "SELECT rowid FROM block_words EXCEPT SELECT id FROM search_blocks",
    "Search holds words of a passage that is not there (row %).",
  ],
];

/** Search against tables, one text at a time. */
export function* searchFindings(connection: Connection): Generator<string> {
  const { sqlite } = connection;
  const texts = sqlite.prepare<[], TextRow>(
    `SELECT id, group_id AS "group", revision_id AS revision FROM documents ORDER BY id`,
  );
  for (const text of texts.all()) {
    yield* noteFindings(connection, text.id);
    yield* passageFindings(connection, text);
  }
  for (const [sql, sentence] of strays) {
    for (const row of sqlite.prepare<[], string | number>(sql).pluck().all()) yield sentence.replace("%", String(row));
  }
}

function* noteFindings({ sqlite }: Connection, documentId: string): Generator<string> {
  const row = sqlite.prepare<[string, string], NoteRow>(
    `SELECT n.root_id AS root, n.seat_id, n.document_id, n.start, n.number, w.*
     FROM search_notes n JOIN note_words w ON w.rowid = n.id WHERE n.annotation_id = ? AND n.audience_id = ?`,
  );
  for (const source of sqlite.prepare<[string], NoteSource>(sourcesOfText).all(documentId)) {
    const found = row.get(source.annotation, source.audience);
    const { annotation, audience } = source;
    if (found === undefined) yield `Search does not know note ${annotation} in audience ${audience}.`;
    else if (!agrees(found, source)) yield `Search knows note ${annotation} in audience ${audience} otherwise.`;
  }
}

function agrees(found: NoteRow, source: NoteSource): boolean {
  const place = found.start === (source.start ?? WHOLE_TEXT) && found.number === source.number;
  const row = found.root === source.root && found.seat_id === source.seat && found.document_id === source.document;
  const words = Object.entries(noteWords(source)).every(([column, text]) => found[column as keyof NoteWords] === text);
  return place && row && words;
}

function* passageFindings({ sqlite }: Connection, { id, group, revision }: TextRow): Generator<string> {
  const text = sqlite
    .prepare<[string], string>("SELECT text FROM document_revisions WHERE id = ?")
    .pluck()
    .get(revision);
  const wanted = sqlite
    .prepare<[string], Block>(`SELECT n, number, start, "end" FROM blocks WHERE revision_id = ? ORDER BY n`)
    .all(revision);
  const found = sqlite
    .prepare<[string], BlockRow>(
      `SELECT b.n, b.number, b.start, b."end", w.words, w.place, w.shelf
       FROM search_blocks b JOIN block_words w ON w.rowid = b.id WHERE b.document_id = ? ORDER BY b.n`,
    )
    .all(id);
  const isSame = ({ n, number, start, end }: Block, row: BlockRow | undefined) =>
    row?.n === n &&
    row.number === number &&
    row.start === start &&
    row.end === end &&
    row.words === text?.slice(start, end);
  const isHere = (row: BlockRow) => row.shelf === group && row.place === placeToken(row.number);
  if (
    found.length !== wanted.length ||
    !wanted.every((block, at) => isSame(block, found[at])) ||
    !found.every(isHere)
  ) {
    yield `Search knows other passages of text ${id} than it has.`;
  }
}
