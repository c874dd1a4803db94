import { tagKey, tidyTags } from "#app/domain/annotation/tag.ts";
import type { Store, Transact } from "#db/store.ts";
import { reprojectAlone } from "../annotations/reproject.ts";

/** Notes in one step, so that a seminar can go on writing while three thousand of its notes get another word. */
const NOTES_AT_ONCE = 100;

/**
 * Gives every note of the group that carries the tag its new name, and forgets the old tag when none is left. Stopped in
 * between, notes carry the old tag or the new one, never neither; another renaming takes the rest along. Versions stay:
 * what an author is editing meanwhile is still what they saw.
 */
export async function renameOnNotes(transact: Transact, groupId: string, key: string, name: string): Promise<void> {
  let after = "";
  for (;;) {
    const from = after;
    const notes = await transact(async (store) => {
      const some = await store.tags.notesWith(groupId, key, { after: from, limit: NOTES_AT_ONCE });
      for (const note of some) await rename(store, note, key, name);
      return some;
    });
    after = notes.at(-1)?.id ?? after;
    if (notes.length < NOTES_AT_ONCE) break;
  }
  if (tagKey(name) === key) return;
  await transact(async (store) => {
    if (!(await store.tags.isUsed(groupId, key))) await store.tags.drop(groupId, key);
  });
}

type Tagged = { readonly id: string; readonly tags: readonly string[] };

async function rename(store: Store, { id, tags }: Tagged, key: string, name: string): Promise<void> {
  const renamed = tidyTags(tags.map((tag) => (tagKey(tag) === key ? name : tag)));
  if (renamed.join("\n") === tags.join("\n")) return;
  await store.tags.setOfNote(id, renamed);
  await reprojectAlone(store, id);
  await store.search.index({ id });
}
