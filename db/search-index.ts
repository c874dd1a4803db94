/** Fills the search index from the tables when it has another shape than this build's, as after an upgrade. */
import type { Block } from "#app/domain/document/document.ts";
import type { Connection } from "./client.ts";
import { type NoteSource, sourcesOfText } from "./repositories/search/note-rows.ts";
import { searchUpkeep } from "./repositories/search/upkeep.ts";

/** Counted up whenever other words or values are indexed than before. */
const SHAPE = 1;

type TextRow = { readonly id: string; readonly group: string; readonly revision: string };

/** Empties and fills the index in one transaction, unless it has the shape of this build already. */
export function fillSearchIndex({ sqlite, db }: Connection): void {
  if (sqlite.prepare("SELECT shape FROM search_shape").pluck().get() === SHAPE) return;
  const upkeep = searchUpkeep(db);
  const texts = sqlite.prepare<[], TextRow>(
    `SELECT id, group_id AS "group", revision_id AS revision FROM documents ORDER BY created_at, id`,
  );
  const words = sqlite.prepare<[string], string>("SELECT text FROM document_revisions WHERE id = ?").pluck();
  const blocks = sqlite.prepare<[string], Block>(
    `SELECT n, number, kind, level, start, "end" FROM blocks WHERE revision_id = ? ORDER BY n`,
  );
  const notes = sqlite.prepare<[string], NoteSource>(sourcesOfText);
  sqlite.transaction(() => {
    for (const table of ["search_notes", "note_words", "search_blocks", "block_words", "search_shape"]) {
      sqlite.exec(`DELETE FROM ${table}`);
    }
    for (const { id, group, revision } of texts.all()) {
      upkeep.text({ id, group, text: words.get(revision) ?? "", blocks: blocks.all(revision) });
      for (const source of notes.all(id)) upkeep.addNote(source);
    }
    for (const index of ["note_words", "block_words"])
      sqlite.exec(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
    sqlite.prepare("INSERT INTO search_shape (shape) VALUES (cast(? AS integer))").run(SHAPE);
  })();
}
