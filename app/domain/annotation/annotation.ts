/** A note in the margin: its states, its target in the text, and the limits of its body. */

/** `held`: never seen yet; `hidden`: was seen; `deleted`: by its author. The design page §6 has the verbs. */
export const annotationStatuses = [
  "draft",
  "published",
  "held",
  "hidden",
  "removed",
  "spam",
  "deleted",
  "redacted",
] as const;
export type AnnotationStatus = (typeof annotationStatuses)[number];

/** W3C motivations, narrowed to what the margin knows. `questioning` is a note that asks. */
export const motivations = ["highlighting", "commenting", "questioning", "replying"] as const;
export type Motivation = (typeof motivations)[number];

/**
 * What a note is to the seminar beyond its motivation. Null: what the motivation says (highlight, note, question). A group
 * names further kinds; their id is a ULID.
 */
export const builtInKinds = ["evidence", "connection"] as const;
export type Kind = (typeof builtInKinds)[number] | (string & {});

/** Passages of one note besides the first, and tags on it. */
export const MAX_MORE = 7;
export const MAX_TAGS = 8;
/** Code points of a tag's name. */
export const MAX_TAG = 40;

export const colours = ["amber", "green", "blue", "rose", "violet"] as const;
export type Colour = (typeof colours)[number];

/** W3C Web Annotation §4.2.4; here always with both contexts, each of at most 32 UTF-16 code units. */
export type TextQuoteSelector = {
  readonly type: "TextQuoteSelector";
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
};

/** W3C Web Annotation §4.2.5. UTF-16 code units into the plain text of the source revision, end exclusive. */
export type TextPositionSelector = {
  readonly type: "TextPositionSelector";
  readonly start: number;
  readonly end: number;
};

/**
 * `moved`: the same words stand elsewhere; `changed`: other words stand at its place; `uncertain`: there may be a place for
 * it; `lost`: there is none. The last two wait for a person.
 */
export const targetStates = ["exact", "moved", "changed", "uncertain", "lost"] as const;
export type TargetState = (typeof targetStates)[number];

/** The passage that a note was written on, before the text changed; UTF-16 code units into that revision. */
export type Origin = { readonly source: string; readonly start: number; readonly end: number; readonly exact: string };

/**
 * Where a note stands. `source` is the id of a document revision. An `uncertain` or `lost` one keeps its old words, and
 * its position is the empty span at which they were, so that the note keeps its place among the others.
 */
export type Target = {
  readonly source: string;
  readonly selector: readonly [TextPositionSelector, TextQuoteSelector];
  readonly state: TargetState;
  /** Of a `changed`, `uncertain` or `lost` one. */
  readonly was?: Origin;
};

/** Characters (code points) of a body; the same number in the form, the service and the room. */
export const MAX_BODY = 10_000;

/** UTF-16 code units of a passage; longer selections are whole sections and are noted as such. */
export const MAX_QUOTE = 20_000;

/** Milliseconds in which an author can take a deletion back. */
export const UNDELETE_WITHIN = 10 * 60 * 1000;

/** Start and end of a target in its revision, UTF-16 code units. */
export function span(target: Target): { readonly start: number; readonly end: number } {
  return { start: target.selector[0].start, end: target.selector[0].end };
}

/** True for a target whose words a person has to find again. */
export function isAdrift({ state }: Pick<Target, "state">): boolean {
  return state === "uncertain" || state === "lost";
}

/** The quoted words of a target. */
export function quotation(target: Target): string {
  return target.selector[1].exact;
}
