/**
 * How a query line spells its facets. Every language's spelling is understood in every line, so that a shared link finds the
 * same for everybody; what the interface writes is spelt in the reader's language.
 */
import { type Colour, colours } from "#app/domain/annotation/annotation.ts";
import { fold } from "./fold.ts";
import { plainKinds } from "./note-kind.ts";
import { type Edge, edges, type Flag, flags, type NamedFacet, namedFacets } from "./query.ts";

export type Spelling = {
  readonly facets: Readonly<Record<NamedFacet | Edge, string>>;
  readonly flags: Readonly<Record<Flag, string>>;
  readonly kinds: Readonly<Record<(typeof plainKinds)[number], string>>;
  readonly colours: Readonly<Record<Colour, string>>;
  /** Whoever asks, after the facet of writers. */
  readonly me: string;
};

const itself = <T extends string>(names: readonly T[]) =>
  Object.fromEntries(names.map((name) => [name, name])) as Readonly<Record<T, T>>;

/** By language. English is also how terms are named in the code. */
export const spellings = {
  en: {
    facets: itself([...namedFacets, ...edges]),
    flags: itself(flags),
    kinds: itself(plainKinds),
    colours: itself(colours),
    me: "me",
  },
  de: {
    facets: { by: "von", tag: "schlagwort", kind: "art", colour: "farbe", in: "in", before: "vor", after: "nach" },
    flags: {
      "has:reply": "hat:antwort",
      "is:unread": "ist:ungelesen",
      "is:open": "ist:offen",
      "is:answered": "ist:beantwortet",
      "is:mine": "ist:meins",
      "is:endorsed": "ist:empfohlen",
    },
    kinds: {
      note: "notiz",
      question: "frage",
      highlight: "markierung",
      reply: "antwort",
      evidence: "beleg",
      connection: "verbindung",
    },
    colours: { amber: "bernstein", green: "grün", blue: "blau", rose: "rosa", violet: "violett" },
    me: "mir",
  },
} as const satisfies Readonly<Record<string, Spelling>>;

const all: readonly Spelling[] = Object.values(spellings);

/** Spellings that are offered in no language. */
const further: Readonly<Record<string, NamedFacet>> = { color: "colour", author: "by", text: "in" };

const facetOf = new Map<string, NamedFacet | Edge>([...Object.entries(further), ...spelt(({ facets }) => facets)]);
const flagOf = new Map<string, Flag>(spelt(({ flags }) => flags));

/** The facet that is spelt so in some language, case aside, or null. */
export function facetSpelt(typed: string): NamedFacet | Edge | null {
  return facetOf.get(typed.toLowerCase()) ?? null;
}

/** The flag that is spelt so in some language, case aside, or null. */
export function flagSpelt(typed: string): Flag | null {
  return flagOf.get(typed.toLowerCase()) ?? null;
}

/** The names that every language has for what all groups have, by id. */
export function namesOf<T extends string>(
  tableOf: (spelling: Spelling) => Readonly<Record<T, string>>,
): readonly { readonly id: T; readonly name: string }[] {
  return spelt(tableOf).map(([name, id]) => ({ id, name }));
}

/** True for whoever asks, in any language. */
export function isMe(value: string): boolean {
  return all.some(({ me }) => me === fold(value));
}

/** A value as the code names it: its id for a kind or colour that all groups have, else as it is. */
export function plainValue(facet: NamedFacet, value: string): string {
  if (facet === "by") return isMe(value) ? spellings.en.me : value;
  const names =
    facet === "kind" ? namesOf(({ kinds }) => kinds) : facet === "colour" ? namesOf((one) => one.colours) : [];
  return names.find(({ name }) => fold(name) === fold(value))?.id ?? value;
}

/** The same value as that language spells it. */
export function spelledValue(facet: NamedFacet, value: string, { kinds, colours, me }: Spelling): string {
  const plain = plainValue(facet, value);
  const names: Readonly<Record<string, string>> =
    facet === "by" ? { [spellings.en.me]: me } : facet === "kind" ? kinds : facet === "colour" ? colours : {};
  return (Object.hasOwn(names, plain) ? names[plain] : undefined) ?? value;
}

/** Spelling and id, English last: where two languages spell alike, it rules. */
function spelt<T extends string>(
  tableOf: (spelling: Spelling) => Readonly<Record<T, string>>,
): readonly (readonly [string, T])[] {
  return [...all].reverse().flatMap((spelling) => {
    const table = tableOf(spelling);
    return (Object.keys(table) as T[]).map((id) => [table[id], id] as const);
  });
}
