/** Passages of the texts themselves, block by block, in the order of the texts. */
import type { Db } from "#db/client.ts";
import { passageMatch, type Wanted } from "./match.ts";

/** Groups whose texts are searched; texts that are gone for everybody are not. */
export type Shelves = { readonly groups: readonly string[]; readonly gone: readonly string[] };

/** A block that holds the words; `n` is its ordinal, `number` its ¶ where it has one. */
export type FoundPassage = {
  readonly id: number;
  readonly document: string;
  readonly n: number;
  readonly number: number | null;
  readonly words: string;
};

/** The statement; binds @match, @after and @most. */
export const passagesSql = `
  SELECT b.id, b.document_id AS document, b.n, b.number, w.words
  FROM block_words w CROSS JOIN search_blocks b ON b.id = w.rowid
  WHERE w.block_words MATCH @match AND w.rowid > cast(@after AS integer)
  ORDER BY w.rowid LIMIT cast(@most AS integer)`;

const countSql = `SELECT count(*) FROM (SELECT rowid FROM block_words WHERE block_words MATCH @match LIMIT cast(@most AS integer))`;

/** Verbs that read. */
export function findPassages({ $client: sqlite }: Pick<Db, "$client">) {
  return {
    /** At most `most` passages after the row `after`. */
    page(
      shelves: Shelves,
      wanted: Wanted,
      { after, most }: { readonly after: number; readonly most: number },
    ): readonly FoundPassage[] {
      const match = passageMatch(shelves, wanted);
      if (match === null) return [];
      return sqlite.prepare<[object], FoundPassage>(passagesSql).all({ match, after, most });
    },

    /** How many there are, counted up to `most`. */
    count(shelves: Shelves, wanted: Wanted, most: number): number {
      const match = passageMatch(shelves, wanted);
      return match === null ? 0 : (sqlite.prepare<[object], number>(countSql).pluck().get({ match, most }) ?? 0);
    },
  };
}
