/** A new note while it is being written. */
import type { PageCohort } from "#app/context/assignments.ts";
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
  /** An assignment's audience, "" for the whole group; absent: the assignment that is due next, if there is one. */
  readonly audience?: string;
  /** Further sections of the same assignment; staff's alone. */
  readonly also?: readonly string[];
  /** Where its draft is kept, when the text has changed since it was begun. */
  readonly begun?: string;
  /** The prompt of that assignment that it answers; absent or "": none. */
  readonly prompt?: string;
};

/** A note that nobody chose anything for yet. */
export const plainly = { more: [], kind: null, tags: [] } as const satisfies Partial<Composing>;

/** Of an audience, as much as decides whether a note is written for it. */
type Choosable = Pick<PageCohort, "audience" | "prompts" | "among" | "isDefault">;

/** What a note is written for, in which further sections, and the prompt that it answers; null for a note to the whole group. */
export function assignedTo<T extends Choosable>(
  { placement, audience, also = [], prompt }: Pick<Composing, "placement" | "audience" | "also" | "prompt">,
  cohorts: readonly T[],
): { readonly cohort: T; readonly also: readonly string[]; readonly prompt: string | null } | null {
  const cohort =
    audience === undefined ? cohorts.find((one) => one.isDefault) : cohorts.find((one) => one.audience === audience);
  if (placement === "me" || cohort === undefined) return null;
  const kin = kinOf(cohort, cohorts).map((one) => one.audience);
  return {
    cohort,
    also: Array.isArray(also) ? also.filter((one) => one !== cohort.audience && kin.includes(one)) : [],
    prompt: cohort.prompts.find(({ id }) => id === prompt)?.id ?? null,
  };
}

/** Those of the same assignment or division, itself included. */
export function kinOf<T extends Pick<PageCohort, "among">>({ among }: T, cohorts: readonly T[]): readonly T[] {
  return cohorts.filter((one) => one.among.id === among.id);
}

/** The draft's place: one draft for each passage, so that two half-written notes do not overwrite each other. */
export function placeOfComposing({ span, begun }: Pick<Composing, "span" | "begun">): string {
  if (typeof begun === "string") return begun;
  return span === null ? "new/whole" : `new/${span.start}-${span.end}`;
}

/** Whether a passage can join the note: it has a first one, there is room, and these words are not in it yet. */
export function canTakePassage({ span, more }: Composing, passage: Span): boolean {
  const isKnown = (one: Span) => one.start === passage.start && one.end === passage.end;
  return span !== null && more.length < MAX_MORE && ![span, ...more].some(isKnown);
}

/** The same note in a newer revision: its passages there, and its words in the draft where they are. */
export function composingIn(composing: Composing, spans: readonly (Span | null)[]): Composing {
  const [span = null, ...more] = composing.span === null ? [] : spans.slice(0, 1 + composing.more.length);
  const kept = span === null ? [] : more.flatMap((one) => one ?? []);
  return { ...composing, span, more: kept, begun: placeOfComposing(composing) };
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
