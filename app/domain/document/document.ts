/** A text that a group reads, its revisions, and the blocks of a revision. */

/** What the reader counts and cites. `cell` is a table cell; `verse` one line group of a poem; `speech` one turn of a dialogue. */
export type BlockKind =
  | "title"
  | "standfirst"
  | "heading"
  | "paragraph"
  | "quotation"
  | "item"
  | "verse"
  | "speech"
  | "caption"
  | "code"
  | "footnote"
  | "cell";

/** One leaf block of a revision. `start` and `end` are UTF-16 code units into the revision's plain text, end exclusive. */
export type Block = {
  /** Ordinal in document order from 1; the element's id is `b-{n}`. */
  readonly n: number;
  /** The number a seminar cites (¶3), or null for title, standfirst, headings, captions, cells and footnotes. */
  readonly number: number | null;
  readonly kind: BlockKind;
  /** 2 to 4 for headings, else null. */
  readonly level: number | null;
  readonly start: number;
  readonly end: number;
};

/** Where a page of the source begins, by the label that is printed on it ("xii", "12"). UTF-16 code units into the plain text. */
export type PageStart = { readonly label: string; readonly start: number };

/**
 * A revision as importers make it. `html` begins with exactly one `<header>` (title and standfirst, perhaps empty) and
 * then the body; every leaf block carries `id="b-{n}"`, `data-block="{n}"`, `data-start="{start}"` and, where it has one,
 * `data-number`; a block in which a page begins has `data-page` (its label, or "12–14"). `text` is the blocks' text joined by one "\n"; inside a block `<br>` counts as one "\n".
 */
export type RevisionContent = {
  readonly title: string;
  readonly standfirst: string;
  readonly html: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** In the order in which they begin; none for a source without pages. */
  readonly pages: readonly PageStart[];
  readonly words: number;
  /** BCP 47, "" when unknown. */
  readonly language: string;
  readonly dir: "ltr" | "rtl";
};

export const sourceFormats = ["plain", "markdown", "html", "docx", "epub", "tei", "pdf"] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/** Labels a person can choose in the preview. */
export const pieceLabels = [
  "title",
  "standfirst",
  "heading",
  "subheading",
  "paragraph",
  "quotation",
  "verse",
  "speech",
  "caption",
  "item",
  "other",
] as const;
export type PieceLabel = (typeof pieceLabels)[number];

/** Why a piece looks like clutter. */
export type ClutterKind =
  | "newsletter"
  | "continue-reading"
  | "image-credit"
  | "repeated"
  | "advert"
  | "share"
  | "running-head";

/** One top-level piece of an import as the preview shows it: sanitised inline or flow HTML with its label. */
export type Piece = {
  /** Position from 0; the form's fields are named after it. */
  readonly id: number;
  readonly label: PieceLabel;
  readonly clutter: ClutterKind | null;
  /** Sanitised; what is built when the piece stays. */
  readonly html: string;
  readonly text: string;
};

/** What a person decided in the preview: labels that differ from the proposal, and the pieces that are left out. */
export type PieceChoices = {
  readonly labels: Readonly<Record<number, PieceLabel>>;
  readonly leftOut: readonly number[];
};
