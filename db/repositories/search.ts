/** Full-text search over notes and texts (FTS5; the tables of the migration "search"). The audience is part of every MATCH. */
import type { Colour } from "#app/domain/annotation/annotation.ts";
import type { Sort } from "#app/domain/search/query.ts";
import type { StoredNote } from "#app/rooms/projection.ts";
import type { Db } from "#db/client.ts";
import { type CountedNote, countNotes } from "./search/count-notes.ts";
import { type After, type FoundRow, findNotes, type Looked, type NoteSearch } from "./search/find-notes.ts";
import { type FoundPassage, findPassages, type Shelves } from "./search/find-passages.ts";
import { type NoteScope, noteMatch, texts, type Wanted } from "./search/match.ts";
import { type NoteDetails, noteDetails } from "./search/note-details.ts";
import { tagToken } from "./search/tokens.ts";
import { searchUpkeep } from "./search/upkeep.ts";

/** A text of a group as names are looked up in it. */
export type NamedText = {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly dir: "ltr" | "rtl";
  readonly deleteAfter: number | null;
};

/** A tag of a group; `isListed` for its vocabulary, which every member may know. */
export type NamedTag = { readonly name: string; readonly isListed: boolean };

/** Verbs over the index. What is read is bounded by the scope that the caller decided on. */
export function searchRepository(db: Db) {
  const sqlite = db.$client;
  const upkeep = searchUpkeep(db);
  const notes = findNotes(db);
  const passages = findPassages(db);
  const groups = (ids: readonly string[]) => JSON.stringify(ids);
  const someGroup = "group_id IN (SELECT value FROM json_each(?))";

  return {
    /** Brings the index in step with a note after any change of it. */
    async index({ id }: Pick<StoredNote, "id">): Promise<void> {
      upkeep.note(id);
    },

    async page(
      search: NoteSearch,
      page: { readonly sort: Sort; readonly after: After | null; readonly most: number },
    ): Promise<readonly FoundRow[]> {
      return notes.page(search, page);
    },

    async looked(search: NoteSearch, below?: number): Promise<Looked> {
      return notes.looked(search, below);
    },

    async counted(search: NoteSearch): Promise<readonly CountedNote[]> {
      return countNotes(db, search);
    },

    /** Only for ids that `page` gave in the same scope. */
    async details(ids: readonly number[], scope: NoteScope): Promise<readonly NoteDetails[]> {
      return ids.length === 0 ? [] : noteDetails(db, ids, scope);
    },

    async passages(
      shelves: Shelves,
      wanted: Wanted,
      page: { readonly after: number; readonly most: number },
    ): Promise<readonly FoundPassage[]> {
      return passages.page(shelves, wanted, page);
    },

    async passageCount(shelves: Shelves, wanted: Wanted, most: number): Promise<number> {
      return passages.count(shelves, wanted, most);
    },

    /** Whether a note that the viewer may read has this tag. */
    async hasTag(scope: NoteScope, name: string): Promise<boolean> {
      const tag = { column: "tags", any: texts([tagToken(name)]) } as const;
      const match = noteMatch(scope, { all: [tag], none: [] });
      if (match === null) return false;
      const found = sqlite.prepare<[string], number>(
        "SELECT rowid FROM note_words WHERE note_words MATCH ? ORDER BY rowid DESC LIMIT 1",
      );
      return found.get(match) !== undefined;
    },

    /** Texts of the groups, newest first, those in their grace period and after it included. */
    async texts(groupIds: readonly string[]): Promise<readonly NamedText[]> {
      const rows = sqlite.prepare<[string], NamedText>(
        `SELECT id, group_id AS "group", title, dir, delete_after AS deleteAfter FROM documents
         WHERE ${someGroup} ORDER BY id DESC`,
      );
      return rows.all(groups(groupIds));
    },

    /** Tags of the groups by name; most of them were made up in notes that not everybody may read: ask `hasTag`. */
    async tags(groupIds: readonly string[]): Promise<readonly NamedTag[]> {
      const rows = sqlite.prepare<[string], { readonly name: string; readonly listed: number }>(
        `SELECT name, max(is_listed) AS listed FROM tags WHERE ${someGroup} GROUP BY key ORDER BY name`,
      );
      return rows.all(groups(groupIds)).map(({ name, listed }) => ({ name, isListed: listed === 1 }));
    },

    /** Kinds that the groups defined, retired ones included. */
    async kinds(groupIds: readonly string[]): Promise<readonly { readonly id: string; readonly name: string }[]> {
      const rows = sqlite.prepare<[string], { readonly id: string; readonly name: string }>(
        `SELECT id, name FROM kinds WHERE ${someGroup} ORDER BY name, id`,
      );
      return rows.all(groups(groupIds));
    },

    /** Names that the groups gave to colours. */
    async colourNames(
      groupIds: readonly string[],
    ): Promise<readonly { readonly colour: Colour; readonly name: string }[]> {
      const rows = sqlite.prepare<[string], { readonly colour: Colour; readonly name: string }>(
        `SELECT DISTINCT c.key AS colour, c.value AS name FROM groups g, json_each(g.colour_names) c
         WHERE g.id IN (SELECT value FROM json_each(?)) AND c.value <> '' ORDER BY c.key, c.value`,
      );
      return rows.all(groups(groupIds));
    },
  };
}
