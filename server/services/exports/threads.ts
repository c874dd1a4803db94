/** The threads of a text as the viewer sees them, a few at a time, so that ten thousand notes never stand in memory at once. */
import { setImmediate } from "node:timers/promises";
import { reactions } from "#app/domain/annotation/reaction.ts";
import type { Sight } from "#app/domain/annotation/visibility.ts";
import { answersIn, recordOf } from "#app/rooms/projection.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Store } from "#db/store.ts";
import { type Place, type Standing, sightFor } from "../rights.ts";
import { rosterFor, type SeenSeat } from "../veil.ts";
import { kindName } from "./kind-name.ts";
import type { TakenNote, TakenQuestion, TakenReaction, TakenThread } from "./taken.ts";

/** Threads that are read in one turn of the event loop: some 5 ms. */
const THREADS_AT_ONCE = 100;

export type ThreadSource = {
  readonly read: Store;
  /** Asked again before each read, since a download may take minutes. Throws when the viewer may no longer read. */
  readonly standing: () => Promise<Standing>;
  /** Also what fewer than the group see: the viewer's own desk, staff's room, private replies. */
  readonly withPrivate: boolean;
};

/** In text order, notes on the whole text first, numbered from 1; threads of which the viewer sees nothing are no threads. */
export async function* takenThreads({ read, standing, withPrivate }: ThreadSource): AsyncGenerator<TakenThread> {
  // Finding 10,000 of them is some 35 ms of its own.
  await setImmediate();
  const first = await standing();
  const roots = await read.annotations.roots(first.document.id, audiencesOf(first));
  let n = 0;
  for (let from = 0; from < roots.length; from += THREADS_AT_ONCE) {
    // The store answers at once; without a pause all of them would be one turn.
    await setImmediate();
    const now = from === 0 ? first : await standing();
    const ids = roots.slice(from, from + THREADS_AT_ONCE).map(({ id }) => id);
    const notes = await read.annotations.threads(ids);
    const view = await viewOf(read, now, notes);
    const byRoot = groupBy(notes, ({ root }) => root);
    for (const id of ids) {
      const thread = byRoot.get(id) ?? [];
      const taken = inOrder(thread).flatMap(({ note, depth }) => {
        const seen = view(note, depth);
        return seen === null || (seen.isPrivate && !withPrivate) ? [] : [seen];
      });
      if (taken.length === 0) continue;
      n += 1;
      yield { n, start: thread.find((note) => note.id === id)?.target?.selector[0].start ?? null, notes: taken };
    }
  }
}

/** As much of a standing as decides what is seen of notes, and under which names. */
type Seeing = Place & { readonly group: { readonly id: string } };

/** What the viewer sees of each of these notes, which are whole threads; null for nothing. */
export async function viewOf(
  read: Store,
  standing: Seeing,
  notes: readonly NoteRow[],
): Promise<(note: NoteRow, depth: number) => TakenNote | null> {
  const seats = new Map((await rosterFor(read, standing.actor, audiencesOf(standing))).map((row) => [row.seat, row]));
  const kinds = new Map((await read.kinds.ofGroup(standing.group.id)).map(({ id, name }) => [id, name]));
  const answers = answersIn(notes);
  const answering = new Set(notes.flatMap(({ thread }) => thread?.answer ?? []));
  return (note, depth) => {
    const seat = note.placements.find((placed) => seats.has(placed.seat))?.seat;
    const by = seat === undefined ? undefined : seats.get(seat);
    if (by === undefined) return null;
    const sight = sightFor(standing, note, answers(note));
    return takenOf(note, recordOf(note, by.seat, sight), { by, depth, sight, seats, kinds, answering });
  };
}

type Around = {
  readonly by: SeenSeat;
  readonly depth: number;
  readonly sight: Sight;
  readonly seats: ReadonlyMap<string, SeenSeat>;
  /** Names of the group's own, by id. */
  readonly kinds: ReadonlyMap<string, string>;
  /** Ids of the replies that answer a question. */
  readonly answering: ReadonlySet<string>;
};

function takenOf(
  note: NoteRow,
  record: ReturnType<typeof recordOf>,
  { by, depth, sight, seats, kinds, answering }: Around,
): TakenNote | null {
  if (record === null) return null;
  const isTombstone = sight === "tombstone";
  const { id, parent, motivation, colour, tags, target, more, body, status, created, edited } = record;
  return {
    ...{ id, parent, motivation, colour, tags, body, status, isTombstone, created, edited, depth },
    kind: isTombstone ? null : kindName(record.kind, kinds),
    targets: target === null ? [] : [target, ...more],
    by: isTombstone ? null : { name: by.name, role: by.role },
    // The same as rooms: what was said of a note is said where its words are.
    reactions: sight === "body" ? reactionsTo(note, seats) : [],
    question: sight === "body" ? questionOf(note, seats) : null,
    isAnswer: sight === "body" && answering.has(note.id),
    isPrivate: note.placements.every(({ kind }) => kind === "desk" || kind === "staff"),
  };
}

function reactionsTo(note: NoteRow, seats: Around["seats"]): readonly TakenReaction[] {
  return reactions.flatMap((reaction) => {
    // A seat that the viewer does not know is one of another section.
    const given = note.reactions.filter((each) => each.reaction === reaction && seats.has(each.seat));
    const names = given.flatMap(({ seat }) => seats.get(seat)?.name ?? []);
    return given.length === 0 ? [] : [{ reaction, count: given.length, names }];
  });
}

function questionOf({ motivation, thread }: NoteRow, seats: Around["seats"]): TakenQuestion | null {
  if (motivation !== "questioning") return null;
  const by = seats.get(thread?.by ?? "")?.name ?? null;
  return { state: thread?.state ?? "open", by, at: thread?.at ?? null, answer: thread?.answer ?? null };
}

/** Each note after what it answers, siblings by age, with its depth. Notes whose parent is missing stand at the end. */
export function inOrder(notes: readonly NoteRow[]): readonly { readonly note: NoteRow; readonly depth: number }[] {
  const ids = new Set(notes.map(({ id }) => id));
  const children = groupBy(notes, ({ parent }) => (parent !== null && ids.has(parent) ? parent : ""));
  const ordered: { readonly note: NoteRow; readonly depth: number }[] = [];
  // A stack of its own: threads may be deeper than the call stack.
  const waiting = (children.get("") ?? []).map((note) => ({ note, depth: note.parent === null ? 0 : 1 })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    ordered.push(next);
    const depth = next.depth + 1;
    waiting.push(...(children.get(next.note.id) ?? []).map((note) => ({ note, depth })).reverse());
  }
  return ordered;
}

function audiencesOf({ rooms }: Pick<Place, "rooms">): readonly string[] {
  return rooms.map(({ audience }) => audience);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
