import type { Query, Term } from "./query.ts";

/** The line that `parseQuery` reads as this query. */
export function formatQuery(query: Query): string {
  return query.map(formatTerm).join(" ");
}

/** One term as it is typed; also its identity, since equal terms are written alike. */
export function formatTerm(term: Term): string {
  return (term.negated ? "-" : "") + bareOf(term);
}

function bareOf(term: Term): string {
  switch (term.kind) {
    case "word":
      return term.text;
    case "phrase":
      return `"${term.text}"`;
    case "named":
      return `${term.facet}:${quotedAtNeed(term.value)}`;
    case "flag":
      return term.flag;
    case "time":
      return `${term.edge}:${term.day}`;
    case "place":
      return term.from === term.to ? `¶${term.from}` : `¶${term.from}-${term.to}`;
  }
}

/** A value may hold anything but a quotation mark. */
function quotedAtNeed(value: string): string {
  return /\s/u.test(value) ? `"${value}"` : value;
}
