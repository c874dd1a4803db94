/** The newest notes that were found, with what facets count of them. */
import type { Motivation } from "#app/domain/annotation/annotation.ts";
import { noteKind } from "#app/domain/search/note-kind.ts";
import type { Db } from "#db/client.ts";
import { bindsOf, candidates, conditionsOf, LOOKED_AT, type NoteSearch } from "./find-notes.ts";
import { flagSql, type StateFlag } from "./note-filters.ts";
import { tagNames } from "./note-rows.ts";

/** Notes that are counted; of more it is said that there are more. */
export const COUNTED = 1_000;

/** One note as facets count it. */
export type CountedNote = {
  readonly id: number;
  readonly document: string;
  readonly seat: string;
  readonly kind: string;
  readonly colour: string;
  readonly tags: readonly string[];
  readonly flags: readonly StateFlag[];
};

type Row = Readonly<Record<StateFlag, number>> & {
  readonly id: number;
  readonly document: string;
  readonly seat: string;
  readonly kind: string | null;
  readonly motivation: Motivation;
  readonly colour: string | null;
  readonly tags: string;
};

const stateFlags: readonly StateFlag[] = ["has:reply", "is:unread", "is:open", "is:answered", "is:endorsed"];

/** The statement; binds those of `bindsOf`. */
export function countSql(search: Pick<NoteSearch, "flags">): string {
  const states = stateFlags.map((flag) => `${flagSql[flag]} AS "${flag}"`);
  return `WITH ${candidates(LOOKED_AT)}
    SELECT n.id, n.document_id AS document, n.seat_id AS seat, a.kind, a.motivation, a.colour, a.tags, ${states.join(", ")}
    FROM candidates c CROSS JOIN search_notes n ON n.id = c.id JOIN annotations a ON a.id = n.annotation_id
    WHERE ${conditionsOf(search)} LIMIT ${COUNTED + 1}`;
}

/** The notes to count, newest first, at most one more than `COUNTED`. */
export function countNotes({ $client: sqlite }: Pick<Db, "$client">, search: NoteSearch): readonly CountedNote[] {
  const binds = bindsOf(search);
  if (binds === null) return [];
  const rows = sqlite.prepare<[object], Row>(countSql(search)).all(binds);
  return rows.map((row) => ({
    ...{ id: row.id, document: row.document, seat: row.seat, kind: noteKind(row), colour: row.colour ?? "" },
    tags: row.tags === "[]" ? [] : tagNames(row.tags),
    flags: stateFlags.filter((flag) => row[flag] === 1),
  }));
}
