import { piecesOf } from "./parse.ts";
import { type NamedFacet, namedFacets } from "./query.ts";
import { facetSpelt, type Spelling } from "./spelling.ts";
import { termValue } from "./terms.ts";

/** The value that is being typed at the caret; `start` and `end` bound its term in the line, UTF-16 code units. */
export type Completing = {
  readonly facet: NamedFacet;
  readonly typed: string;
  readonly negated: boolean;
  readonly start: number;
  readonly end: number;
};

/** What could be completed where the caret stands, or null. */
export function completingAt(line: string, caret: number): Completing | null {
  for (const { start, end, bare, quoted, negated } of piecesOf(line)) {
    if (caret <= start || caret > end) continue;
    const colon = bare.indexOf(":");
    const spelt = colon < 0 ? null : facetSpelt(bare.slice(0, colon));
    const facet = namedFacets.find((one) => one === spelt);
    if (facet === undefined) return null;
    return { facet, typed: quoted ?? bare.slice(colon + 1), negated, start, end };
  }
  return null;
}

/** The line with the value in place of what was typed, in the reader's spelling, and where the caret stands then. */
export function completed(
  line: string,
  { facet, negated, start, end }: Completing,
  { name, spelling }: { readonly name: string; readonly spelling: Spelling },
): { readonly line: string; readonly caret: number } {
  const value = termValue(name);
  const term = `${negated ? "-" : ""}${spelling.facets[facet]}:${/\s/u.test(value) ? `"${value}"` : value} `;
  const rest = line.slice(end).trimStart();
  return { line: line.slice(0, start) + term + rest, caret: start + term.length };
}
