/** Notes that stand elsewhere now: in another thread, at another passage, in another text. */
import type { NotePosition } from "#app/domain/moderation/note-position.ts";
import type { NoteRow } from "#db/repositories/annotations.ts";
import type { Store } from "#db/store.ts";
import { settle } from "../news/inbox-rows.ts";
import { leftKeys, say, sayNothing } from "./reproject.ts";

/**
 * Puts notes where they shall stand and tells all rooms: first those that have them now, then those that had them and no
 * longer do, so that nobody who may see a note misses it in between.
 */
export async function reposition(store: Store, to: readonly NotePosition[], now: number): Promise<void> {
  const touched = new Map<string, NoteRow>();
  const before = await lineages(store, to);
  for (const position of to) await store.arrange.place(position);
  for (const note of [...before, ...(await lineages(store, to))]) touched.set(note.id, note);
  const notes: NoteRow[] = [];
  for (const id of touched.keys()) {
    const note = await store.annotations.find(id);
    if (note !== null) notes.push(note);
  }
  await say(store, notes);
  await sayNothing(store, leftKeys(before, notes));
  for (const { id } of notes) await store.search.index({ id });
  // News lead to the thread and the text where their note stands now.
  for (const { id } of to) await settle(store, await store.notifications.ofNote(id), now);
}

/** The notes and what they answer: whether a tombstone stands goes by what is under it. */
async function lineages(store: Store, notes: readonly { readonly id: string }[]): Promise<readonly NoteRow[]> {
  const found: NoteRow[] = [];
  for (const { id } of notes) found.push(...(await store.annotations.lineage(id)));
  return found;
}
