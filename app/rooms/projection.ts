/** What each room shows of a note: the one way from stored notes to the records that readers get. */
import type { AnnotationStatus, Colour, Kind, Motivation, Target } from "#app/domain/annotation/annotation.ts";
import { type Sight, type Standing, sightOf } from "#app/domain/annotation/visibility.ts";
import type { AudienceKind } from "#app/domain/audience/audience.ts";
import { type Room, roomName } from "./names.ts";
import type { AnnotationRecord } from "./reading-room.ts";

/** Where a note stands, under which seat. */
export type PlacedAt = { readonly audience: string; readonly kind: AudienceKind; readonly seat: string };

/** A note as stored, with what is needed to decide who sees it. */
export type StoredNote = {
  readonly id: string;
  readonly root: string;
  readonly parent: string | null;
  readonly document: string;
  readonly group: string;
  /** Member id; never part of a record. */
  readonly creator: string;
  readonly motivation: Motivation;
  readonly status: AnnotationStatus;
  readonly version: number;
  readonly colour: Colour | null;
  readonly target: Target | null;
  readonly more: readonly Target[];
  readonly kind: Kind | null;
  readonly tags: readonly string[];
  readonly body: string;
  readonly created: number;
  readonly edited: number | null;
  readonly placements: readonly PlacedAt[];
};

/** What a room should say about a note; null: nothing (any more). */
export type Projected = { readonly room: string; readonly key: string; readonly record: AnnotationRecord | null };

/** How the members of an audience stand to a note that was placed there. */
const standingIn: Readonly<Record<AudienceKind, Standing>> = {
  group: "reader",
  section: "reader",
  cohort: "reader",
  staff: "staff",
  desk: "creator",
};

/**
 * The note in every room that may ever show it. Where its readers do not see the body, its creator does on the own desk
 * and staff in their room, each as far as `sightOf` lets them. A note on a desk is in no other room.
 */
export function project(note: StoredNote, repliesVisible: boolean): readonly Projected[] {
  const seat = note.placements[0]?.seat ?? "";
  const rooms = new Map<string, AnnotationRecord | null>();
  const show = (room: Room, at: string, sight: Sight) => rooms.set(roomName(room), recordOf(note, at, sight));
  if (note.placements.some(({ kind }) => standingIn[kind] === "reader")) {
    const behind = (standing: Standing): Sight => {
      const isOpen = sightOf(note.status, "reader", repliesVisible) === "body";
      return !isOpen && sightOf(note.status, standing, repliesVisible) === "body" ? "body" : "nothing";
    };
    show({ kind: "desk", document: note.document, member: note.creator }, seat, behind("creator"));
    show({ kind: "staff", document: note.document, group: note.group }, seat, behind("staff"));
  }
  for (const placed of note.placements) {
    show(roomOf(note, placed), placed.seat, sightOf(note.status, standingIn[placed.kind], repliesVisible));
  }
  return [...rooms].map(([room, record]) => ({ room, key: note.id, record }));
}

/** Whole threads projected, each note with whether a published reply stands under it. */
export function projectThreads(notes: readonly StoredNote[]): readonly Projected[] {
  const answered = withPublishedReplies(notes);
  return notes.flatMap((note) => project(note, answered.has(note.id)));
}

/** Ids of the notes under which, at any depth, a published reply stands. */
export function withPublishedReplies(
  notes: readonly Pick<StoredNote, "id" | "parent" | "status">[],
): ReadonlySet<string> {
  const parents = new Map(notes.map((note) => [note.id, note.parent]));
  const answered = new Set<string>();
  for (const note of notes) {
    if (note.status !== "published") continue;
    for (let above = note.parent; above !== null && !answered.has(above); above = parents.get(above) ?? null) {
      answered.add(above);
    }
  }
  return answered;
}

/**
 * The record of a note at that sight: whole, a tombstone without its body, or null. Its keys always come in this order,
 * so two records are the same exactly when their JSON texts are.
 */
export function recordOf(note: StoredNote, seat: string, sight: Sight): AnnotationRecord | null {
  if (sight === "nothing") return null;
  return {
    id: note.id,
    root: note.root,
    parent: note.parent,
    motivation: note.motivation,
    status: note.status,
    seat,
    colour: note.colour,
    target: inOrder(note.target),
    more: sight === "body" ? note.more.flatMap((target) => inOrder(target) ?? []) : [],
    kind: note.kind,
    tags: sight === "body" ? note.tags : [],
    body: sight === "body" ? note.body : "",
    created: note.created,
    edited: note.edited,
    version: note.version,
  };
}

function inOrder(target: Target | null): Target | null {
  if (target === null) return null;
  const [{ start, end }, { exact, prefix, suffix }] = target.selector;
  return {
    source: target.source,
    selector: [
      { type: "TextPositionSelector", start, end },
      { type: "TextQuoteSelector", exact, prefix, suffix },
    ],
    state: target.state,
  };
}

function roomOf({ document, group, creator }: StoredNote, { kind, audience }: PlacedAt): Room {
  switch (kind) {
    case "group":
    case "section":
    case "cohort":
      return { kind: "reading", document, audience };
    case "staff":
      return { kind: "staff", document, group };
    case "desk":
      return { kind: "desk", document, member: creator };
  }
}
