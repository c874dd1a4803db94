/** Notes that a viewer may read and that hold what is asked, by three orders, with a bound on what is looked at. */
import type { Sort } from "#app/domain/search/query.ts";
import type { Db } from "#db/client.ts";
import { type NoteScope, noteMatch, texts, type Wanted } from "./match.ts";
import { activitySql, flagSql, flagToken, isShownOnce, type StateFlag } from "./note-filters.ts";
import { firstIdAt } from "./upkeep.ts";

/** What a note has to be. */
export type NoteSearch = {
  readonly viewer: string;
  readonly scope: NoteScope;
  readonly wanted: Wanted;
  readonly flags: readonly { readonly flag: StateFlag; readonly holds: boolean }[];
  /** Milliseconds; created at `from` or later, and before `until`. */
  readonly from: number;
  readonly until: number;
};

/** The place after which a page begins: the numbers by which its order sorts, and the text where it sorts by texts. */
export type After = { readonly key: number; readonly id: number; readonly document: string };

/** A note found; `key` and `id` are its place in the order. */
export type FoundRow = { readonly id: number; readonly key: number; readonly document: string };

/** How far the index was read. */
export type Looked = { readonly count: number; readonly last: number | null };

/** Rows that match in the index and are then asked about in the tables, or put in another order; newest first. */
export const LOOKED_AT = 20_000;
export const SORTED = 5_000;

/** Numbers beyond every id. */
const END = Number.MAX_SAFE_INTEGER;

type Order = { readonly key: string; readonly by: string; readonly after: string };

/** Newest first is the order of the index itself, and a page begins by the bound on its ids. */
const orders: Readonly<Record<Exclude<Sort, "time">, Order>> = {
  place: {
    key: "n.start",
    by: "document DESC, key, id",
    after: `(document < @document OR (document = @document AND (key > cast(@key AS integer)
      OR (key = cast(@key AS integer) AND id > cast(@id AS integer)))))`,
  },
  activity: {
    key: activitySql,
    by: "key DESC, id DESC",
    after: "(key < cast(@key AS integer) OR (key = cast(@key AS integer) AND id < cast(@id AS integer)))",
  },
};

/** Binds of every statement; null where nothing can match. Flags bring what the index knows of them. */
export function bindsOf(search: NoteSearch): Readonly<Record<string, string | number>> | null {
  const tokens = search.flags.flatMap(({ flag, holds }) => (holds ? (flagToken[flag] ?? []) : []));
  const all = [...search.wanted.all, ...tokens.map((token) => ({ column: "kind", any: texts([token]) }) as const)];
  const match = noteMatch(search.scope, { ...search.wanted, all });
  if (match === null) return null;
  const { audiences, gated } = search.scope;
  return {
    match,
    viewer: search.viewer,
    audiences: JSON.stringify(audiences),
    gated: JSON.stringify(gated.flatMap(({ audience, documents }) => documents.map((text) => audience + text))),
    low: firstIdAt(search.from),
    high: Math.min(END, firstIdAt(search.until)),
  };
}

/**
 * The rows that may be found: from the index alone, newest first, so many at most; binds @low and @high. Read as they are
 * wanted: a page that is full ends the reading of the index too.
 */
export const candidates = (most: number) => `candidates AS NOT MATERIALIZED (
  SELECT rowid AS id FROM note_words WHERE note_words MATCH @match
    AND rowid >= cast(@low AS integer) AND rowid < cast(@high AS integer)
  ORDER BY rowid DESC LIMIT ${most})`;

/** Where a candidate is one that was asked for. */
export function conditionsOf({ flags }: Pick<NoteSearch, "flags">): string {
  const asked = flags.map(({ flag, holds }) => `${holds ? "" : "NOT "}${flagSql[flag]}`);
  return [isShownOnce, ...asked].join(" AND ");
}

/** The statement for one page; binds those of `bindsOf`, @most, and @key, @id, @document of the place after which it begins. */
export function pageSql(search: Pick<NoteSearch, "flags">, sort: Sort, isFirst: boolean): string {
  const needsNote = search.flags.length > 0 ? "JOIN annotations a ON a.id = n.annotation_id" : "";
  const found = (key: string) => `SELECT n.id, ${key} AS key, n.document_id AS document
    FROM candidates c CROSS JOIN search_notes n ON n.id = c.id ${needsNote} WHERE ${conditionsOf(search)}`;
  if (sort === "time") return `WITH ${candidates(LOOKED_AT)} ${found("n.id")} LIMIT cast(@most AS integer)`;
  const { key, by, after } = orders[sort];
  return `WITH ${candidates(SORTED)}, found AS (${found(key)})
    SELECT id, key, document FROM found ${isFirst ? "" : `WHERE ${after}`} ORDER BY ${by} LIMIT cast(@most AS integer)`;
}

/** Verbs that read ids; see `NoteSearch`. */
export function findNotes({ $client: sqlite }: Pick<Db, "$client">) {
  const looked = sqlite.prepare<[object], Looked>(
    `WITH ${candidates(LOOKED_AT)} SELECT count(*) AS count, min(id) AS last FROM candidates`,
  );
  return {
    /** At most `most` rows after the place given, in that order. */
    page(
      search: NoteSearch,
      { sort, after, most }: { readonly sort: Sort; readonly after: After | null; readonly most: number },
    ): readonly FoundRow[] {
      const binds = bindsOf(search);
      if (binds === null) return [];
      const statement = sqlite.prepare<[object], FoundRow>(pageSql(search, sort, after === null));
      if (after === null) return statement.all({ ...binds, most });
      const high = sort === "time" ? Math.min(Number(binds.high), after.id) : binds.high;
      return statement.all({ ...binds, ...after, high, most });
    },

    /** Among those before `below`, how many rows match in the index, counted to `LOOKED_AT`, and the last of them. */
    looked(search: NoteSearch, below = END): Looked {
      const binds = bindsOf(search);
      const none = { count: 0, last: null };
      return binds === null ? none : (looked.get({ ...binds, high: Math.min(Number(binds.high), below) }) ?? none);
    },
  };
}
