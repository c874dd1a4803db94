/** A new note while it is being written. */
import { type Colour, colours, type Motivation } from "#app/domain/annotation/annotation.ts";
import type { Placement } from "#app/domain/annotation/command.ts";
import type { Span } from "#app/domain/annotation/describe.ts";

export type Composing = {
  /** Null for a note on the whole text. */
  readonly span: Span | null;
  readonly motivation: Exclude<Motivation, "replying" | "highlighting">;
  readonly colour: Colour;
  readonly placement: Placement;
};

/** The draft's place: one draft for each passage, so that two half-written notes do not overwrite each other. */
export function placeOfComposing({ span }: Pick<Composing, "span">): string {
  return span === null ? "new/whole" : `new/${span.start}-${span.end}`;
}

/** Reads what was kept beside a draft; null for what another version or a stranger wrote there. */
export function readComposing(choices: unknown): Composing | null {
  if (typeof choices !== "object" || choices === null) return null;
  const { span, motivation, colour, placement } = choices as Partial<Record<keyof Composing, unknown>>;
  const isKnown =
    (motivation === "commenting" || motivation === "questioning") &&
    (placement === "everyone" || placement === "me") &&
    colours.some((known) => known === colour) &&
    (span === null || isSpan(span));
  return isKnown ? (choices as Composing) : null;
}

function isSpan(value: unknown): value is Span {
  if (typeof value !== "object" || value === null) return false;
  const { start, end } = value as Partial<Span>;
  return Number.isInteger(start) && Number.isInteger(end);
}
