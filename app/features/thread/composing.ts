/** A new note while it is being written. */
import { type Colour, colours, type Kind, MAX_MORE, type Motivation } from "#app/domain/annotation/annotation.ts";
import type { Placement } from "#app/domain/annotation/command.ts";
import type { Span } from "#app/domain/annotation/describe.ts";

export type Composing = {
  /** Null for a note on the whole text. */
  readonly span: Span | null;
  /** Further passages, in the order in which they were added. */
  readonly more: readonly Span[];
  readonly motivation: Exclude<Motivation, "replying" | "highlighting">;
  readonly kind: Kind | null;
  readonly tags: readonly string[];
  readonly colour: Colour;
  readonly placement: Placement;
};

/** A note that nobody chose anything for yet. */
export const plainly = { more: [], kind: null, tags: [] } as const satisfies Partial<Composing>;

/** The draft's place: one draft for each passage, so that two half-written notes do not overwrite each other. */
export function placeOfComposing({ span }: Pick<Composing, "span">): string {
  return span === null ? "new/whole" : `new/${span.start}-${span.end}`;
}

/** Whether a passage can join the note: it has a first one, there is room, and these words are not in it yet. */
export function canTakePassage({ span, more }: Composing, passage: Span): boolean {
  const isKnown = (one: Span) => one.start === passage.start && one.end === passage.end;
  return span !== null && more.length < MAX_MORE && ![span, ...more].some(isKnown);
}

/** Reads what was kept beside a draft; null for what another version or a stranger wrote there. */
export function readComposing(choices: unknown): Composing | null {
  if (typeof choices !== "object" || choices === null) return null;
  const read = { ...plainly, ...choices } as Readonly<Record<keyof Composing, unknown>>;
  const { span, more, motivation, kind, tags, colour, placement } = read;
  const isKnown =
    (motivation === "commenting" || motivation === "questioning") &&
    (placement === "everyone" || placement === "me") &&
    colours.some((known) => known === colour) &&
    (kind === null || typeof kind === "string") &&
    Array.isArray(tags) &&
    tags.every((tag) => typeof tag === "string") &&
    Array.isArray(more) &&
    more.every(isSpan) &&
    (span === null || isSpan(span));
  return isKnown ? (read as Composing) : null;
}

function isSpan(value: unknown): value is Span {
  if (typeof value !== "object" || value === null) return false;
  const { start, end } = value as Partial<Span>;
  return Number.isInteger(start) && Number.isInteger(end);
}
