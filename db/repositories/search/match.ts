/** Expressions for MATCH (sqlite.org/fts5.html, §3): every value is a quoted string, so nothing typed is syntax. */
import { MAX_TERMS } from "#app/domain/search/query.ts";

export type Column = "words" | "audience" | "document" | "place" | "seat" | "kind" | "colour" | "tags" | "shelf";

/** A column that holds one of these; with `prefix` a word that begins with it. Nothing to choose from matches nothing. */
export type Clause = {
  readonly column: Column;
  readonly any: readonly { readonly text: string; readonly prefix?: boolean }[];
};

/** What must hold, and what must not. */
export type Wanted = { readonly all: readonly Clause[]; readonly none: readonly Clause[] };

/** Audiences that a viewer may read: everywhere, or in these texts only; and texts that are gone for everybody. */
export type NoteScope = {
  readonly audiences: readonly string[];
  readonly gated: readonly { readonly audience: string; readonly documents: readonly string[] }[];
  readonly gone: readonly string[];
};

/** Words of one query that are looked up; a word of the line may be several. */
const MOST_CLAUSES = 2 * MAX_TERMS;

/** The expression for notes, or null where nothing can be found. The audiences stand first and bound all of it. */
export function noteMatch({ audiences, gated, gone }: NoteScope, wanted: Wanted): string | null {
  const places = [
    ...(audiences.length > 0 ? [clause({ column: "audience", any: texts(audiences) })] : []),
    ...gated
      .filter(({ documents }) => documents.length > 0)
      .map(({ audience, documents }) => {
        const there = clause({ column: "document", any: texts(documents) });
        return `(${clause({ column: "audience", any: texts([audience]) })} AND ${there})`;
      }),
  ];
  if (places.length === 0) return null;
  const none = gone.length > 0 ? [...wanted.none, { column: "document", any: texts(gone) } as const] : wanted.none;
  return expression(`(${places.join(" OR ")})`, { all: wanted.all, none });
}

/** The expression for the passages of texts on these shelves, each the texts of a group. */
export function passageMatch(
  { groups, gone }: { readonly groups: readonly string[]; readonly gone: readonly string[] },
  wanted: Wanted,
): string | null {
  if (groups.length === 0) return null;
  const none = gone.length > 0 ? [...wanted.none, { column: "document", any: texts(gone) } as const] : wanted.none;
  return expression(clause({ column: "shelf", any: texts(groups) }), { all: wanted.all, none });
}

/** Plain values as choices of a clause. */
export function texts(values: readonly string[]): Clause["any"] {
  return values.map((text) => ({ text }));
}

function expression(bounds: string, { all, none }: Wanted): string | null {
  if (all.some(({ any }) => any.length === 0)) return null;
  const wanted = [bounds, ...all.slice(0, MOST_CLAUSES).map(clause)].join(" AND ");
  const unwanted = none.filter(({ any }) => any.length > 0).slice(0, MOST_CLAUSES);
  return unwanted.length === 0 ? wanted : `(${wanted}) NOT (${unwanted.map(clause).join(" OR ")})`;
}

function clause({ column, any }: Clause): string {
  const choices = any.map(({ text, prefix }) => `"${text.replaceAll('"', '""')}"${prefix ? "*" : ""}`);
  return `${column} : (${choices.join(" OR ")})`;
}
