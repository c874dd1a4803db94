/** From what a query says to what the index is asked: names become seats, texts and tokens. */
import { beginningOf } from "#app/domain/search/day.ts";
import { fold, namesMatch, wordsIn } from "#app/domain/search/fold.ts";
import type { NamedFacet, Query, Term } from "#app/domain/search/query.ts";
import { isMe, namesOf } from "#app/domain/search/spelling.ts";
import type { NoteSearch } from "#db/repositories/search/find-notes.ts";
import { type Clause, texts, type Wanted } from "#db/repositories/search/match.ts";
import { placeToken, tagToken } from "#db/repositories/search/tokens.ts";
import type { Sight } from "./sight.ts";

export type Resolved = {
  /** Null where the query asks for nothing that a note has. */
  readonly notes: NoteSearch | null;
  /** Null where it asks for what no text has, or for no words. */
  readonly passages: Wanted | null;
  /** Terms whose value nobody and nothing here is called. */
  readonly unknown: readonly Term[];
};

type Named = Extract<Term, { kind: "named" }>;

/** Paragraphs of one range that are looked up; a longer one ends there. */
const MOST_PARAGRAPHS = 500;

const columns = { by: "seat", kind: "kind", colour: "colour", in: "document", tag: "tags" } as const;

/** Bounds of time are days in the viewer's time zone. Values of one facet are choices, but for tags, which all have to be there. */
export function resolve(query: Query, sight: Sight, timeZone: string): Resolved {
  const all: Clause[] = [];
  const none: Clause[] = [];
  const unknown: Term[] = [];
  const choices = new Map<Clause["column"], Clause["any"]>();
  const flags: NoteSearch["flags"][number][] = [];
  let [from, until] = [0, Number.MAX_SAFE_INTEGER];
  const choose = (clause: Clause, negated: boolean) => {
    if (negated) none.push(clause);
    else choices.set(clause.column, [...(choices.get(clause.column) ?? []), ...clause.any]);
  };
  query.forEach((term, index) => {
    switch (term.kind) {
      case "word":
      case "phrase": {
        const clauses = wordClauses(term, index === query.length - 1);
        (term.negated ? none : all).push(...clauses);
        break;
      }
      case "named": {
        const clause = { column: columns[term.facet], any: texts(valuesOf(term, sight)) };
        if (clause.any.length === 0) unknown.push(term);
        if (term.facet === "tag") (term.negated ? none : all).push(clause);
        else choose(clause, term.negated);
        break;
      }
      case "place":
        choose({ column: "place", any: texts(paragraphs(term)) }, term.negated);
        break;
      case "time": {
        const moment = beginningOf(term.day, timeZone);
        if ((term.edge === "after") !== term.negated) from = Math.max(from, moment);
        else until = Math.min(until, moment);
        break;
      }
      case "flag":
        if (term.flag === "is:mine") (term.negated ? none : all).push({ column: "seat", any: texts(sight.ownSeats) });
        else flags.push({ flag: term.flag, holds: !term.negated });
    }
  });
  for (const [column, any] of choices) all.push({ column, any });
  const asks = all.length + none.length + flags.length > 0 || query.some(({ kind }) => kind === "time");
  const search = { viewer: sight.viewer, scope: sight.scope, wanted: { all, none }, flags, from, until };
  return {
    notes: asks ? search : null,
    passages: query.every(isOfTexts) && all.some(({ column }) => column === "words") ? { all, none } : null,
    unknown,
  };
}

/** Words, and where they stand; all else is said of notes only. */
function isOfTexts(term: Term): boolean {
  return term.kind === "word" || term.kind === "phrase" || term.kind === "place" || isFacet(term, "in");
}

function isFacet(term: Term, facet: NamedFacet): boolean {
  return term.kind === "named" && term.facet === facet;
}

/** Each word of a word of the line; a phrase, and what must not be there, as one. The last word of the line may go on. */
function wordClauses(term: Extract<Term, { kind: "word" | "phrase" }>, isLast: boolean): readonly Clause[] {
  const words = wordsIn(term.text.normalize("NFC"));
  if (words.length === 0) return [];
  if (term.kind === "phrase" || term.negated) return [{ column: "words", any: texts([words.join(" ")]) }];
  return words.map((text, at) => ({ column: "words", any: [{ text, prefix: isLast && at === words.length - 1 }] }));
}

function valuesOf({ facet, value }: Named, sight: Sight): readonly string[] {
  switch (facet) {
    case "by":
      if (isMe(value)) return sight.ownSeats;
      return called(
        [...sight.people].map(([id, { name }]) => ({ id, name })),
        value,
      );
    case "in":
      return called(
        sight.texts.map(({ id, title }) => ({ id, name: title })),
        value,
      );
    case "kind":
      return called([...namesOf(({ kinds }) => kinds), ...sight.kinds], value);
    case "colour":
      return called(
        [
          ...namesOf((spelling) => spelling.colours),
          ...sight.colourNames.map(({ colour, name }) => ({ id: colour, name })),
        ],
        value,
      );
    case "tag":
      return fold(value) === "" ? [] : [tagToken(value)];
  }
}

/** Ids of what is called exactly so, else of what has these beginnings of words in its name. An id names itself. */
function called(all: readonly { readonly id: string; readonly name: string }[], value: string): readonly string[] {
  const wanted = fold(value.replaceAll('"', " "));
  const nameOf = (name: string) => fold(name.replaceAll('"', " "));
  const exact = all.filter(({ id, name }) => id === value || nameOf(name) === wanted);
  const found = exact.length > 0 ? exact : all.filter(({ name }) => namesMatch(name, value));
  return [...new Set(found.map(({ id }) => id))];
}

function paragraphs({ from, to }: { readonly from: number; readonly to: number }): readonly string[] {
  const count = Math.min(to - from + 1, MOST_PARAGRAPHS);
  return Array.from({ length: count }, (_, n) => placeToken(from + n));
}
