import { formatTerm } from "./format.ts";
import { type Flag, flags, type NamedFacet, type Term } from "./query.ts";
import { termValue } from "./terms.ts";

/** What is counted of a note that was found; `flags` are those that hold for the viewer. */
export type Countable = Readonly<Record<Exclude<NamedFacet, "tag">, string>> & {
  readonly tags: readonly string[];
  readonly flags: readonly Flag[];
};

/** A value that can be clicked: the term that it stands for, its own name, and how many of the notes found have it. */
export type FacetCount = { readonly term: Term; readonly name: string; readonly count: number };

/** Values of one facet that are offered. */
const MOST_VALUES = 12;

/** How the notes found divide, most frequent first; "" is no value. Flags keep their order and go where none has them. */
export function countFacets(found: readonly Countable[]): readonly FacetCount[] {
  const named = (facet: NamedFacet, valuesOf: (one: Countable) => readonly string[]) =>
    [...tally(found.flatMap(valuesOf))]
      .filter(([value]) => value !== "")
      .sort(([a, many], [b, few]) => few - many || a.localeCompare(b))
      .slice(0, MOST_VALUES)
      .map(([name, count]) => {
        const term = { kind: "named", facet, value: termValue(name), negated: false } as const;
        return { term, name, count };
      });
  const held = tally(found.flatMap((one) => one.flags));
  return [
    ...named("in", (one) => [one.in]),
    ...named("kind", (one) => [one.kind]),
    ...flags.flatMap((flag) => {
      const count = held.get(flag) ?? 0;
      const term = { kind: "flag", flag, negated: false } as const;
      return count > 0 ? [{ term, name: formatTerm(term), count }] : [];
    }),
    ...named("by", (one) => [one.by]),
    ...named("tag", (one) => one.tags),
    ...named("colour", (one) => [one.colour]),
  ];
}

function tally(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
