/** What somebody looks for, as the query line says it and as the server answers it. */

/** Facets with a value of their own. */
export const namedFacets = ["by", "tag", "kind", "colour", "in"] as const;
export type NamedFacet = (typeof namedFacets)[number];

/** Facets that hold or do not, as they are typed. */
export const flags = ["has:reply", "is:unread", "is:open", "is:answered", "is:mine", "is:endorsed"] as const;
export type Flag = (typeof flags)[number];

export const edges = ["before", "after"] as const;
export type Edge = (typeof edges)[number];

/** One part of a query; `negated` is the "-" before it. */
export type Term = { readonly negated: boolean } & (
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "phrase"; readonly text: string }
  | { readonly kind: "named"; readonly facet: NamedFacet; readonly value: string }
  | { readonly kind: "flag"; readonly flag: Flag }
  /** `day` is a year, a month or a day: "2026", "2026-11", "2026-11-24". */
  | { readonly kind: "time"; readonly edge: Edge; readonly day: string }
  /** Numbers of paragraphs, both inclusive. */
  | { readonly kind: "place"; readonly from: number; readonly to: number }
);

/** In the order in which it was typed. */
export type Query = readonly Term[];

/** UTF-16 code units of a query line that are read; terms beyond `MAX_TERMS` and letters beyond `MAX_TEXT` are not. */
export const MAX_QUERY = 4_000;
export const MAX_TERMS = 24;
export const MAX_TEXT = 100;

/** Ways to order what was found: newest first, by place in the text, or by the latest word in the thread. */
export const sorts = ["time", "place", "activity"] as const;
export type Sort = (typeof sorts)[number];
