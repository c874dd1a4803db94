import { identityOf } from "./format.ts";
import type { Query, Term } from "./query.ts";

/** True when the query says this. */
export function hasTerm(query: Query, term: Term): boolean {
  return query.some((one) => identityOf(one) === identityOf(term));
}

/** The query with the term where it was missing, and without it where it stood: what a click on a facet does. */
export function withToggled(query: Query, term: Term): Query {
  if (hasTerm(query, term)) return query.filter((one) => identityOf(one) !== identityOf(term));
  return [...query, term];
}

/** A value as it may stand in a query: quotation marks cannot be quoted, and the name is found without them. */
export function termValue(name: string): string {
  return name.replaceAll('"', " ").replace(/\s+/gu, " ").trim();
}
