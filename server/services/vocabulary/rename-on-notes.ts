import { MAX_TAGS } from "#app/domain/annotation/annotation.ts";
import { tagKey, tidyTags } from "#app/domain/annotation/tag.ts";
import type { Store, Transact } from "#db/store.ts";
import { reprojectAlone } from "../annotations/reproject.ts";

/** Notes in one step, so that a seminar can go on writing while three thousand of its notes get another word. */
const NOTES_AT_ONCE = 100;

type Renaming = {
  readonly groupId: string;
  readonly key: string;
  readonly name: string;
  /** Where the notes are written down, so that they can have their tag back; null where nobody will ask. */
  readonly change: string | null;
};

/**
 * Gives every note of the group that carries the tag its new name, and forgets the old tag when none is left. Stopped in
 * between, notes carry the old tag or the new one, never neither; another renaming takes the rest along. Versions stay:
 * what an author is editing meanwhile is still what they saw.
 */
export async function renameOnNotes(transact: Transact, { groupId, key, name, change }: Renaming): Promise<void> {
  await inSteps(transact, async (store, after) => {
    const some = await store.tags.notesWith(groupId, key, { after, limit: NOTES_AT_ONCE });
    for (const { id, tags } of some) {
      const hadBoth = tags.some((tag) => tagKey(tag) === tagKey(name)) && tagKey(name) !== key;
      if (change !== null && tagKey(name) !== key) await store.tagChanges.keepNote(change, id, hadBoth);
      await give(
        store,
        { id, tags },
        tags.map((tag) => (tagKey(tag) === key ? name : tag)),
      );
    }
    return some.map(({ id }) => id);
  });
  if (tagKey(name) === key) return;
  await transact(async (store) => {
    if (!(await store.tags.isUsed(groupId, key))) await store.tags.drop(groupId, key);
  });
}

/**
 * Gives the notes of a change their old tag back, as far as they still carry the new one. What was erased meanwhile has no
 * tags any more and gets none.
 */
export async function restoreOnNotes(
  transact: Transact,
  { change, toKey, name }: { readonly change: string; readonly toKey: string; readonly name: string },
): Promise<void> {
  await inSteps(transact, async (store, after) => {
    const some = await store.tagChanges.notes(change, after, NOTES_AT_ONCE);
    for (const { note: id, hadBoth } of some) {
      const note = await store.annotations.find(id);
      if (note === null || !note.tags.some((tag) => tagKey(tag) === toKey)) continue;
      const before = note.tags.flatMap((tag) => {
        if (tagKey(tag) !== toKey) return [tag];
        return hadBoth ? [tag, name] : [name];
      });
      await give(store, note, before.slice(0, MAX_TAGS));
    }
    return some.map(({ note }) => note);
  });
}

/** Works of bounded size until one has less to do than it could; each gives the ids that it went through. */
async function inSteps(
  transact: Transact,
  work: (store: Store, after: string) => Promise<readonly string[]>,
): Promise<void> {
  let after = "";
  for (;;) {
    const from = after;
    const done = await transact((store) => work(store, from));
    after = done.at(-1) ?? after;
    if (done.length < NOTES_AT_ONCE) return;
  }
}

type Tagged = { readonly id: string; readonly tags: readonly string[] };

async function give(store: Store, { id, tags }: Tagged, names: readonly string[]): Promise<void> {
  const tidied = tidyTags(names);
  if (tidied.join("\n") === tags.join("\n")) return;
  await store.tags.setOfNote(id, tidied);
  await reprojectAlone(store, id);
  await store.search.index({ id });
}
