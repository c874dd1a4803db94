/** What a note says, as a small tree of our own: everything that a renderer must know, and nothing that could act. */

/** A run of words or what stands between them. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "lineBreak" }
  | { readonly kind: "emphasis" | "strong" | "strike"; readonly content: readonly Inline[] }
  | { readonly kind: "code"; readonly text: string }
  /** TeX, as it was typed between the dollar signs. */
  | { readonly kind: "maths"; readonly source: string }
  /** `href` begins with https:, http:, mailto: or is a path of this site; inside `content` stands no other link. */
  | { readonly kind: "link"; readonly href: string; readonly content: readonly Inline[] }
  /** `name` is what the writer saw; who sits there now is the roster's to say. */
  | { readonly kind: "mention"; readonly seat: string; readonly name: string }
  /** `label` is empty for a pasted address. */
  | { readonly kind: "noteLink"; readonly note: string; readonly label: string }
  /** ¶12: a numbered block of the text. */
  | { readonly kind: "paragraphRef"; readonly number: number };

/** Spaces at the start of a line are kept in `text`, so a renderer shows them (`white-space: pre-wrap`). */
export type Block =
  | { readonly kind: "paragraph"; readonly content: readonly Inline[] }
  | { readonly kind: "quote"; readonly blocks: Markup }
  /** `start` is the number of the first item; 1 for a list without numbers. */
  | { readonly kind: "list"; readonly ordered: boolean; readonly start: number; readonly items: readonly Markup[] }
  /** `language` is a short word or empty. */
  | { readonly kind: "code"; readonly language: string; readonly text: string }
  | { readonly kind: "maths"; readonly source: string };

/** A whole note. */
export type Markup = readonly Block[];

/** Quotations and lists deeper than this are shown at this depth, and so are emphases within emphases. */
export const MAX_DEPTH = 8;
