/** Keeps the index in step with the tables, within the transaction of the change. */
import type { Block } from "#app/domain/document/document.ts";
import type { Db } from "#db/client.ts";
import { type NoteSource, type NoteWords, noteWords, sourcesOfNote } from "./note-rows.ts";
import { placeToken } from "./tokens.ts";

/** Rows of one millisecond; ids stay exact numbers until the year 2109. */
const IDS_PER_MS = 2_048;
/** `start` of what stands on the whole text: before all else. */
const WHOLE_TEXT = -1;

/** A text as it is indexed; `group` is the shelf on which it stands. */
export type IndexedText = {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  readonly blocks: readonly Block[];
};

/** A block as the index has it. */
type IndexedBlock = Pick<Block, "n" | "number" | "start" | "end"> & { readonly id: number; readonly words: string };

/** The smallest id of what was created at that time (milliseconds) or later. */
export function firstIdAt(time: number): number {
  return Math.max(0, Math.floor(time)) * IDS_PER_MS;
}

/** Verbs that write; synchronous, since they are steps of other repositories too. */
export function searchUpkeep({ $client: sqlite }: Pick<Db, "$client">) {
  const sourcesOf = sqlite.prepare<[string], NoteSource>(sourcesOfNote);
  const indexedNotes = sqlite.prepare<[string], NoteWords & { readonly id: number }>(
    `SELECT s.id, w.words, w.audience, w.document, w.place, w.seat, w.kind, w.colour, w.tags
     FROM search_notes s JOIN note_words w ON w.rowid = s.id WHERE s.annotation_id = ?`,
  );
  const moveNote = sqlite.prepare<[string, number, number | null, number]>(
    `UPDATE search_notes SET root_id = ?, start = cast(? AS integer), number = cast(? AS integer)
     WHERE id = cast(? AS integer)`,
  );
  const last = sqlite
    .prepare<[number, number], number | null>(
      "SELECT max(id) FROM search_notes WHERE id >= cast(? AS integer) AND id < cast(? AS integer)",
    )
    .pluck();
  const insertNote = sqlite.prepare(
    `INSERT INTO search_notes (id, annotation_id, root_id, audience_id, document_id, seat_id, start, number)
     VALUES (cast(? AS integer), ?, ?, ?, ?, ?, cast(? AS integer), cast(? AS integer))`,
  );
  const insertWords = sqlite.prepare(
    `INSERT INTO note_words (rowid, words, audience, document, place, seat, kind, colour, tags)
     VALUES (cast(@id AS integer), @words, @audience, @document, @place, @seat, @kind, @colour, @tags)`,
  );
  const removeNote = sqlite.prepare<[number]>("DELETE FROM search_notes WHERE id = cast(? AS integer)");
  const removeWords = sqlite.prepare<[number]>("DELETE FROM note_words WHERE rowid = cast(? AS integer)");
  const insertBlock = sqlite.prepare(
    `INSERT INTO search_blocks (document_id, n, number, start, "end")
     VALUES (?, cast(? AS integer), cast(? AS integer), cast(? AS integer), cast(? AS integer))`,
  );
  const insertPassage = sqlite.prepare(
    "INSERT INTO block_words (rowid, words, shelf, document, place) VALUES (cast(? AS integer), ?, ?, ?, ?)",
  );
  const indexedBlocks = sqlite.prepare<[string], IndexedBlock>(
    `SELECT b.id, b.n, b.number, b.start, b."end", w.words
     FROM search_blocks b JOIN block_words w ON w.rowid = b.id WHERE b.document_id = ?`,
  );
  const moveBlock = sqlite.prepare<[number, number, number]>(
    `UPDATE search_blocks SET start = cast(? AS integer), "end" = cast(? AS integer) WHERE id = cast(? AS integer)`,
  );
  const removePassage = sqlite.prepare<[number]>("DELETE FROM block_words WHERE rowid = cast(? AS integer)");
  const removeBlock = sqlite.prepare<[number]>("DELETE FROM search_blocks WHERE id = cast(? AS integer)");

  /** A free id of that millisecond, or of the next one that has room. */
  const idAt = (time: number): number => {
    for (let first = firstIdAt(time); ; first += IDS_PER_MS) {
      const id = (last.get(first, first + IDS_PER_MS) ?? first - 1) + 1;
      if (id < first + IDS_PER_MS) return id;
    }
  };

  const addNote = (source: NoteSource): void => {
    const { annotation, root, audience, document, seat, start, number } = source;
    const id = idAt(source.created);
    insertNote.run(id, annotation, root, audience, document, seat, start ?? WHOLE_TEXT, number);
    insertWords.run({ id, ...noteWords(source) });
  };

  return {
    addNote,

    /**
     * Reads the note again and indexes it in each of its audiences while it is published, else nothing of it. Here, too,
     * what is the same stays.
     */
    note(id: string): void {
      const before = new Map(indexedNotes.all(id).map((row) => [row.audience, row]));
      const changed: NoteSource[] = [];
      for (const source of sourcesOf.all(id)) {
        const known = before.get(source.audience);
        if (known === undefined || !isSame(known, noteWords(source))) {
          changed.push(source);
          continue;
        }
        before.delete(source.audience);
        moveNote.run(source.root, source.start ?? WHOLE_TEXT, source.number, known.id);
      }
      for (const row of before.values()) {
        removeWords.run(row.id);
        removeNote.run(row.id);
      }
      for (const source of changed) addNote(source);
    },

    /**
     * The words of a text as they are now. Taking words out of the index is what takes long (secure-delete: some 10 ms a
     * paragraph in a book), so what is the same stays.
     */
    text({ id, group, text, blocks }: IndexedText): void {
      const before = new Map(indexedBlocks.all(id).map((block) => [block.n, block]));
      const changed: Block[] = [];
      for (const block of blocks) {
        const { n, number, start, end } = block;
        const known = before.get(n);
        if (known === undefined || known.number !== number || known.words !== text.slice(start, end)) {
          changed.push(block);
          continue;
        }
        before.delete(n);
        if (known.start !== start || known.end !== end) moveBlock.run(start, end, known.id);
      }
      for (const block of before.values()) {
        removePassage.run(block.id);
        removeBlock.run(block.id);
      }
      for (const { n, number, start, end } of changed) {
        const { lastInsertRowid } = insertBlock.run(id, n, number, start, end);
        insertPassage.run(lastInsertRowid, text.slice(start, end), group, id, placeToken(number));
      }
    },
  };
}

function isSame(one: NoteWords, other: NoteWords): boolean {
  return (Object.keys(other) as (keyof NoteWords)[]).every((column) => one[column] === other[column]);
}
