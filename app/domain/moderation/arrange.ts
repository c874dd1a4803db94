/** Which notes make a thread, and how that changes: split and merged. Pure; rights and rooms are the caller's. */
import { MAX_MORE, span, type Target } from "#app/domain/annotation/annotation.ts";
import type { NotePosition } from "./note-position.ts";

export type Arranged = NotePosition & { readonly created: number; readonly isPrivate: boolean };

/** Why a thread cannot be arranged like that. */
export type Refused = "no-replies" | "private-first" | "too-many-passages";

/**
 * The chosen replies, each with all that answers it, as a thread whose first note is the oldest of them; gives the notes that
 * change, the first one first.
 */
export function splitOff(
  thread: readonly Arranged[],
  chosen: readonly string[],
  target: Target | null,
): readonly NotePosition[] | Refused {
  const ids = new Set(thread.filter(({ id, parent }) => parent !== null && chosen.includes(id)).map(({ id }) => id));
  if (ids.size === 0 || ids.size < new Set(chosen).size) return "no-replies";
  // As long as something joins; replies need not come in the order of their answers.
  for (let before = -1; before < ids.size; ) {
    before = ids.size;
    for (const { id, parent } of thread) if (parent !== null && ids.has(parent)) ids.add(id);
  }
  const going = thread.filter(({ id }) => ids.has(id)).sort(byAge);
  const tops = going.filter(({ parent }) => parent !== null && !ids.has(parent));
  const [first] = tops;
  // Under another parent a private reply would be one to somebody else.
  if (first === undefined || tops.some(({ isPrivate }) => isPrivate)) return "private-first";
  const others = going.filter(({ id }) => id !== first.id);
  return [
    { ...plain(first), root: first.id, parent: null, motivation: "commenting", target, more: [] },
    ...others.map((note) => ({
      ...plain(note),
      root: first.id,
      parent: note.parent !== null && ids.has(note.parent) ? note.parent : first.id,
    })),
  ];
}

/**
 * All notes of a thread under the first note of another one, which takes over its passages; gives the notes that change. A
 * note on the whole text stays one. What was the first note keeps its own passage, so that it is known what it was about.
 */
export function joined(thread: readonly Arranged[], into: Arranged): readonly NotePosition[] | Refused {
  const root = thread.find(({ parent }) => parent === null);
  const passages = root === undefined || root.target === null ? [] : [root.target, ...root.more];
  const known = new Set((into.target === null ? [] : [into.target, ...into.more]).map(placeOf));
  const fresh = into.target === null ? [] : passages.filter((target) => !known.has(placeOf(target)));
  const more = [...into.more, ...fresh];
  if (more.length > MAX_MORE) return "too-many-passages";
  return [
    ...thread.map((note) => ({ ...plain(note), root: into.id, parent: note.parent ?? into.id })),
    ...(fresh.length === 0 ? [] : [{ ...plain(into), more }]),
  ];
}

function placeOf(target: Target): string {
  const { start, end } = span(target);
  return `${target.source} ${start} ${end}`;
}

function plain({ created: _, isPrivate: __, ...position }: Arranged): NotePosition {
  return position;
}

function byAge(a: Arranged, b: Arranged): number {
  return a.created - b.created || (a.id < b.id ? -1 : 1);
}
