/** What each room shows of a note: the one way from stored notes to the records that readers get. */
import type { AnnotationStatus, Colour, Kind, Motivation, Origin, Target } from "#app/domain/annotation/annotation.ts";
import { type GivenReaction, gathered, type Reactions } from "#app/domain/annotation/reaction.ts";
import { type Answers, type Sight, type Standing, sightOf } from "#app/domain/annotation/visibility.ts";
import type { AudienceKind } from "#app/domain/audience/audience.ts";
import { type Curation, isUntouched } from "#app/domain/moderation/curation.ts";
import { type Room, roomName } from "./names.ts";
import {
  ANNOTATIONS,
  type AnnotationRecord,
  CURATION,
  type PendingState,
  REACTIONS,
  REVISION,
  type RevisionRecord,
  type RoomMap,
  SUMMARIES,
  type SummaryRecord,
  TEXT,
  THREADS,
  type ThreadRecord,
} from "./reading-room.ts";

/** Where a note stands, under which seat; `owner` is the member whose desk it is, null for every other audience. */
export type PlacedAt = {
  readonly audience: string;
  readonly kind: AudienceKind;
  readonly seat: string;
  readonly owner: string | null;
};

/** What an author wrote in the place of words that readers see. */
export type PendingWords = Pick<AnnotationRecord, "body" | "tags" | "colour" | "kind"> & {
  readonly revision: string;
  readonly state: PendingState;
};

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
  readonly reactions: readonly GivenReaction[];
  /** What staff made of it; null where they never did. */
  readonly curation: Curation | null;
  /** New words that wait for a person; those of the note itself show meanwhile. */
  readonly pending?: PendingWords | null;
  /** Of a thread: what staff wrote of it, with no `body` once they withdrew it; null where they never did. */
  readonly summary?: (Omit<SummaryRecord, "body"> & { readonly body: string | null }) | null;
  /** Of a thread's first note, once something was said of the thread; an answer that is not published is null. */
  readonly thread: ThreadRecord | null;
};

/** What one map of a room should say under a key; null: nothing (any more). */
export type Projected = {
  readonly room: string;
  readonly map: RoomMap;
  readonly key: string;
  readonly value: AnnotationRecord | ThreadRecord | Reactions | Curation | SummaryRecord | RevisionRecord | null;
};

/** How the members of an audience stand to a note that was placed there. */
const standingIn: Readonly<Record<AudienceKind, Standing>> = {
  group: "reader",
  section: "reader",
  cohort: "reader",
  staff: "staff",
  desk: "creator",
};

/** True for a reply between staff and the author of a note: it stands on that one's desk and with staff, nowhere else. */
export function isPrivateReply({ placements }: Pick<StoredNote, "placements">): boolean {
  return placements.some(({ kind }) => kind === "staff") && placements.some(({ kind }) => kind === "desk");
}

/**
 * A note in every room that may ever show it, with its thread's state and its reactions where its body is. Where its
 * readers do not see the body, its creator does on the own desk and staff in their room, each as far as `sightOf` lets
 * them. A note on a desk is in no other room, and a private reply on one desk and with staff.
 */
export function project(note: StoredNote, answers: Answers): readonly Projected[] {
  const seat = note.placements[0]?.seat ?? "";
  const rooms = new Map<string, readonly Projected[]>();
  const show = (room: Room, at: string, sight: Sight) =>
    rooms.set(roomName(room), shown(roomName(room), note, at, sight));
  if (note.placements.some(({ kind }) => standingIn[kind] === "reader")) {
    const among = sightOf(note.status, "reader", answers);
    const behind = (standing: Standing): Sight => {
      const sight = sightOf(note.status, standing, answers);
      return sight === among ? "nothing" : sight;
    };
    show({ kind: "desk", document: note.document, member: note.creator }, seat, behind("creator"));
    show({ kind: "staff", document: note.document, group: note.group }, seat, behind("staff"));
  }
  if (isPending(note)) {
    const room = roomName({ kind: "desk", document: note.document, member: note.creator });
    const value = pendingRecord(note, note.pending, seat);
    const nothing = shown(room, note, seat, "nothing");
    rooms.set(
      room,
      nothing.map((part) => (part.map === ANNOTATIONS ? { ...part, value } : part)),
    );
  }
  const among = new Set(note.placements.filter(isAmongReaders).map(({ audience }) => audience));
  for (const placed of note.placements) {
    const standing = placed.kind === "desk" && placed.owner !== note.creator ? "reader" : standingIn[placed.kind];
    const room = roomName(roomOf(note, placed));
    const here = among.size > 1 ? { ...note, reactions: givenIn(note, among, placed.audience) } : note;
    rooms.set(room, shown(room, here, placed.seat, sightOf(note.status, standing, answers)));
  }
  return [...rooms.values()].flat();
}

/** Whether it stands among the readers of an assignment or of a section. */
export function isAmongReaders({ kind }: Pick<PlacedAt, "kind">): boolean {
  return kind === "cohort" || kind === "section";
}

/** Of a note that stands in several sections: what was given in that one, and by those who sit in none of them. */
function givenIn({ reactions }: StoredNote, among: ReadonlySet<string>, audience: string): readonly GivenReaction[] {
  return reactions.filter((given) => given.audience === audience || !among.has(given.audience));
}

/** Whole threads projected, each note with the answers that stand under it. */
export function projectThreads(notes: readonly StoredNote[]): readonly Projected[] {
  const answers = answersIn(notes);
  return notes.flatMap((note) => project(note, answers(note)));
}

/** A text that was changed, in the room of its group: who is reading hears of the new words there. */
export function projectRevision({
  document,
  audience,
  revision: { id, n, at },
}: {
  readonly document: string;
  readonly audience: string;
  readonly revision: RevisionRecord;
}): readonly Projected[] {
  const room = roomName({ kind: "reading", document, audience });
  return n < 2 ? [] : [{ room, map: TEXT, key: REVISION, value: { id, n, at } }];
}

/** Which published replies stand under each of these notes, at any depth; whole threads are given. */
export function answersIn(
  notes: readonly Pick<StoredNote, "id" | "parent" | "status" | "placements">[],
): (note: Pick<StoredNote, "id">) => Answers {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const found = new Map<string, Answers>();
  for (const note of notes) {
    if (note.status !== "published") continue;
    const isPrivate = isPrivateReply(note);
    for (let above = byId.get(note.parent ?? ""); above !== undefined; above = byId.get(above.parent ?? "")) {
      const kind = isPrivate && !isPrivateReply(above) ? "private" : "public";
      const known = found.get(above.id);
      if (known === "public" || known === kind) break;
      found.set(above.id, kind);
    }
  }
  return ({ id }) => found.get(id) ?? "none";
}

function isPending(note: StoredNote): note is StoredNote & { readonly pending: PendingWords } {
  return note.status === "published" && note.pending != null;
}

/** The author goes on with the words that they wrote last. */
function pendingRecord(note: StoredNote, { revision: _, state, ...words }: PendingWords, seat: string) {
  const record = recordOf(note, seat, "body");
  return record && { ...record, ...words, waiting: state };
}

/** A note's part of a room: the annotations always, the other maps as far as they can ever say anything of it. */
function shown(room: string, note: StoredNote, seat: string, sight: Sight): readonly Projected[] {
  const isWhole = sight === "body";
  const parts: Projected[] = [
    { room, map: ANNOTATIONS, key: note.id, value: recordOf(note, seat, sight) },
    { room, map: REACTIONS, key: note.id, value: isWhole ? gathered(note.reactions) : null },
  ];
  if (note.motivation === "questioning") {
    parts.push({ room, map: THREADS, key: note.id, value: isWhole ? inThreadOrder(note.thread) : null });
  }
  if (note.curation !== null) {
    const isShown = isWhole && note.status === "published" && !isUntouched(note.curation);
    parts.push({ room, map: CURATION, key: note.id, value: isShown ? note.curation : null });
  }
  if (note.summary != null) {
    parts.push({ room, map: SUMMARIES, key: note.id, value: isWhole ? summaryOf(note) : null });
  }
  return parts;
}

/** A thread that is hidden, or became part of another one, has none to show. */
function summaryOf({ parent, status, summary }: StoredNote): SummaryRecord | null {
  if (parent !== null || status !== "published" || summary?.body == null) return null;
  const { n, body, seat, at, cited } = summary;
  return { n, body, seat, at, cited: cited.map(({ note, version }) => ({ note, version })) };
}

function inThreadOrder(thread: ThreadRecord | null): ThreadRecord | null {
  return thread && { state: thread.state, by: thread.by, answer: thread.answer, at: thread.at };
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
    ...(isOnDeskToo(note) ? { shared: true as const } : {}),
  };
}

/** True for a note among the readers of an assignment, which its author sees on the own desk as well. */
function isOnDeskToo({ placements }: StoredNote): boolean {
  return placements.some(({ kind }) => kind === "cohort") && placements.some(({ kind }) => kind === "desk");
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
    ...(target.was === undefined ? {} : { was: originInOrder(target.was) }),
  };
}

function originInOrder({ source, start, end, exact }: Origin): Origin {
  return { source, start, end, exact };
}

function roomOf({ document, group, creator }: StoredNote, { kind, audience, owner }: PlacedAt): Room {
  switch (kind) {
    case "group":
    case "section":
    case "cohort":
      return { kind: "reading", document, audience };
    case "staff":
      return { kind: "staff", document, group };
    case "desk":
      return { kind: "desk", document, member: owner ?? creator };
  }
}
