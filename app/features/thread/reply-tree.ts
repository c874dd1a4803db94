/** Nested replies, flat enough to read. */
import type { Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";

/** Steps by which a reply is moved in; what is nested deeper names the note that it answers instead. */
const DEEPEST = 2;

export type PlacedReply = {
  readonly note: Note;
  readonly level: 0 | 1 | 2;
  /** The note that it answers, where its place no longer tells. */
  readonly inReplyTo: Note | null;
};

/** The note that a private reply, at whatever depth, answers in private: the nearest one above that is not private itself. */
export function addresseeOf(note: Note, { root, replies }: Pick<Thread, "root" | "replies">): Note {
  let above = note;
  // Each step up is to an older note; as many steps as there are notes end also where a parent is missing.
  for (let steps = replies.length; above.placement === "staff" && steps > 0; steps -= 1) {
    above = replies.find(({ id }) => id === above.parent) ?? root;
  }
  return above;
}

/** Every reply below the one that it answers, the oldest first. A reply to what is not here answers the thread. */
export function placedReplies({ root, replies }: Pick<Thread, "root" | "replies">): readonly PlacedReply[] {
  const byId = new Map(replies.map((note) => [note.id, note]));
  const below = new Map<string, Note[]>();
  for (const note of replies) {
    const parent = note.parent !== null && byId.has(note.parent) ? note.parent : root.id;
    below.set(parent, [...(below.get(parent) ?? []), note]);
  }
  const placed: PlacedReply[] = [];
  // A stack of our own: a chain of replies may be as long as the thread.
  const open = (below.get(root.id) ?? []).map((note) => ({ note, depth: 0 })).reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { note, depth } = next;
    const level = depth > DEEPEST ? DEEPEST : (depth as 0 | 1 | 2);
    placed.push({ note, level, inReplyTo: depth > DEEPEST ? (byId.get(note.parent ?? "") ?? null) : null });
    for (const child of (below.get(note.id) ?? []).toReversed()) open.push({ note: child, depth: depth + 1 });
  }
  return placed;
}
