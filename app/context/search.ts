/** Finding notes and passages, as the search page sees it. */
import type { Colour } from "#app/domain/annotation/annotation.ts";
import type { Profile } from "#app/domain/member/member.ts";
import type { ExcerptPart } from "#app/domain/search/excerpt.ts";
import type { FacetCount } from "#app/domain/search/facets.ts";
import type { NamedFacet, Query, Sort, Term } from "#app/domain/search/query.ts";
import type { Viewer } from "./viewer.ts";

/** What is looked through: everything, or one of the two. */
export const shows = ["all", "notes", "texts"] as const;
export type Show = (typeof shows)[number];

export type SearchAsked = {
  /** The query line as it was typed. */
  readonly line: string;
  readonly sort: Sort;
  readonly show: Show;
  /** In all groups of the viewer, not only in the one that was named. */
  readonly everywhere: boolean;
  /** Where a page begins, as `next` of the one before said; null and what is no such place begin at the first. */
  readonly after: string | null;
};

/** The text in which something was found. */
export type FoundIn = {
  readonly id: string;
  readonly title: string;
  readonly dir: "ltr" | "rtl";
  /** Of its group, where several are searched; else null. */
  readonly group: string | null;
};

export type FoundNote = {
  readonly annotation: string;
  readonly root: string;
  readonly text: FoundIn;
  /** ¶ in which its passage begins, or null. */
  readonly number: number | null;
  /** Null where the viewer may not know who it is. */
  readonly by: Profile | null;
  readonly created: number;
  /** A built-in kind, or the name that the group gave to one of its own. */
  readonly kind: string;
  readonly colour: Colour | null;
  readonly tags: readonly string[];
  readonly excerpt: readonly ExcerptPart[];
  /** Words of the passage; "" for a note on the whole text. */
  readonly quote: string;
  /** Name of whom it answers, or null. */
  readonly answers: string | null;
  readonly replies: number;
};

export type FoundPassage = {
  readonly text: FoundIn;
  /** Ordinal of the block. */
  readonly n: number;
  readonly number: number | null;
  readonly excerpt: readonly ExcerptPart[];
};

/** A number that is counted no further than to a bound. */
export type Bounded = { readonly count: number; readonly isMore: boolean };

export type SearchAnswer = {
  readonly query: Query;
  readonly notes: readonly FoundNote[];
  readonly passages: readonly FoundPassage[];
  readonly noteCount: Bounded;
  readonly passageCount: Bounded;
  /** Of the notes counted. */
  readonly facets: readonly FacetCount[];
  /** Terms whose value nobody and nothing here is called. */
  readonly unknown: readonly Term[];
  /** Where the next page begins, or null after the last. */
  readonly next: string | null;
  /** True when only the newest notes were looked at for this order, so that older ones may be missing. */
  readonly isPartial: boolean;
};

/** A value that completes what is being typed; `label` is how it is read, `value` what is written into the line. */
export type Completion = { readonly value: string; readonly label: string };

export interface SearchService {
  /** Problem("not-found") for those outside the group. */
  find(viewer: Viewer, groupId: string, asked: SearchAsked): Promise<SearchAnswer>;
  /** Values of a facet that begin as typed, among what the viewer may see; a handful. */
  complete(
    viewer: Viewer,
    groupId: string,
    asked: { readonly facet: NamedFacet; readonly typed: string; readonly everywhere: boolean },
  ): Promise<readonly Completion[]>;
}
