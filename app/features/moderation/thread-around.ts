/** What of a thread stands around the note in question: enough to judge it, the rest behind a press. */
import type { ThreadNote } from "#app/context/queue-card.ts";

export type ThreadPart =
  | { readonly kind: "note"; readonly note: ThreadNote }
  /** Notes in a row that are folded away. */
  | { readonly kind: "folded"; readonly notes: readonly ThreadNote[] };

/** Answers to the note that are shown with it. */
const ANSWERS = 2;

/** What it answers, up to the first note, the one written just before it, the note itself, and the first answers to it. */
export function threadAround(thread: readonly ThreadNote[]): readonly ThreadPart[] {
  const at = thread.findIndex(({ isTarget }) => isTarget);
  const target = thread[at];
  if (target === undefined) return [];
  const shown = new Set([target.id, ...ancestorsOf(target, thread)]);
  const before = thread[at - 1];
  if (before !== undefined) shown.add(before.id);
  for (const { id } of thread.filter(({ parent }) => parent === target.id).slice(0, ANSWERS)) shown.add(id);
  return folded(thread, ({ id }) => shown.has(id));
}

function folded(thread: readonly ThreadNote[], isShown: (note: ThreadNote) => boolean): readonly ThreadPart[] {
  const parts: ThreadPart[] = [];
  for (const note of thread) {
    const last = parts.at(-1);
    if (isShown(note)) parts.push({ kind: "note", note });
    else if (last?.kind === "folded") parts[parts.length - 1] = { kind: "folded", notes: [...last.notes, note] };
    else parts.push({ kind: "folded", notes: [note] });
  }
  return parts;
}

function ancestorsOf(note: ThreadNote, thread: readonly ThreadNote[]): readonly string[] {
  const byId = new Map(thread.map((one) => [one.id, one]));
  const found: string[] = [];
  let parent = note.parent;
  // A parent that is met twice would be a circle, which no thread has; it must not hang the page.
  while (parent !== null && !found.includes(parent)) {
    found.push(parent);
    parent = byId.get(parent)?.parent ?? null;
  }
  return found;
}
