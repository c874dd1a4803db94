/** What was found, with the names that the viewer knows. */
import type { FoundIn, FoundNote, FoundPassage } from "#app/context/search.ts";
import { excerptOf } from "#app/domain/search/excerpt.ts";
import { type Countable, countFacets, type FacetCount } from "#app/domain/search/facets.ts";
import { fold } from "#app/domain/search/fold.ts";
import type { Query } from "#app/domain/search/query.ts";
import type { CountedNote } from "#db/repositories/search/count-notes.ts";
import type { FoundPassage as PassageRow } from "#db/repositories/search/find-passages.ts";
import type { NoteDetails } from "#db/repositories/search/note-details.ts";
import type { Sight } from "./sight.ts";

/** UTF-16 code units of a passage beside its note: two lines. */
const QUOTE = 180;

/** Notes as the page shows them. */
export function shownNotes(rows: readonly NoteDetails[], query: Query, sight: Sight): readonly FoundNote[] {
  const inText = textsOf(sight);
  return rows.flatMap(({ document, seat, words, quote, answers, kind, id: _, ...note }) => {
    const text = inText.get(document);
    if (text === undefined) return [];
    return {
      ...note,
      text,
      by: sight.people.get(seat) ?? null,
      kind: kindName(kind, sight),
      excerpt: excerptOf(words, query),
      quote: quote.length <= QUOTE ? quote : `${quote.slice(0, QUOTE).replace(/\p{Surrogate}$/u, "")}…`,
      answers: answers === null ? null : (sight.people.get(answers)?.name ?? null),
    };
  });
}

/** Passages as the page shows them. */
export function shownPassages(rows: readonly PassageRow[], query: Query, sight: Sight): readonly FoundPassage[] {
  const inText = textsOf(sight);
  return rows.flatMap(({ document, n, number, words }) => {
    const text = inText.get(document);
    return text === undefined ? [] : { text, n, number, excerpt: excerptOf(words, query) };
  });
}

/** How the notes counted divide, by names. */
export function shownFacets(counted: readonly CountedNote[], sight: Sight): readonly FacetCount[] {
  const own = new Set(sight.ownSeats);
  const titles = new Map(sight.texts.map(({ id, title }) => [id, title]));
  const spelled = new Map<string, string>();
  const notes = counted.map(({ document, seat, kind, colour, tags, flags }): Countable => {
    for (const tag of tags) if (!spelled.has(fold(tag))) spelled.set(fold(tag), tag);
    return {
      in: titles.get(document) ?? "",
      by: sight.people.get(seat)?.name ?? "",
      kind: kindName(kind, sight),
      colour,
      tags: [...new Set(tags.map((tag) => spelled.get(fold(tag)) ?? tag))],
      flags: own.has(seat) ? [...flags, "is:mine"] : flags,
    };
  });
  return countFacets(notes);
}

function textsOf({ texts, groups }: Sight): ReadonlyMap<string, FoundIn> {
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  return new Map(
    texts.map(({ id, title, dir, group }) => [
      id,
      { id, title, dir, group: groups.length > 1 ? (names.get(group) ?? null) : null },
    ]),
  );
}

function kindName(kind: string, { kinds }: Sight): string {
  return kinds.find(({ id }) => id === kind)?.name ?? kind;
}
