import type { Query, Term } from "./query.ts";
import { type Spelling, spelledValue, spellings } from "./spelling.ts";

/** The line that `parseQuery` reads as this query, in a language's spelling. */
export function formatQuery(query: Query, spelling: Spelling = spellings.en): string {
  return query.map((term) => formatTerm(term, spelling)).join(" ");
}

/** One term as it is typed. */
export function formatTerm(term: Term, spelling: Spelling = spellings.en): string {
  return (term.negated ? "-" : "") + bareOf(term, spelling);
}

/** The same for terms that ask for the same, in whatever language they were typed. */
export function identityOf(term: Term): string {
  return formatTerm(term);
}

function bareOf(term: Term, spelling: Spelling): string {
  switch (term.kind) {
    case "word":
      return term.text;
    case "phrase":
      return `"${term.text}"`;
    case "named":
      return `${spelling.facets[term.facet]}:${quotedAtNeed(spelledValue(term.facet, term.value, spelling))}`;
    case "flag":
      return spelling.flags[term.flag];
    case "time":
      return `${spelling.facets[term.edge]}:${term.day}`;
    case "place":
      return term.from === term.to ? `¶${term.from}` : `¶${term.from}-${term.to}`;
  }
}

/** A value may hold anything but a quotation mark. */
function quotedAtNeed(value: string): string {
  return /\s/u.test(value) ? `"${value}"` : value;
}
