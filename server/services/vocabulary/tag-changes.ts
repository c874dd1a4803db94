/** Renaming, merging and taking back: in the record, with the old name leading to the new one from the first moment. */
import { tagKey } from "#app/domain/annotation/tag.ts";
import type { Actor } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { vocabularyWords as words } from "#app/words/vocabulary.ts";
import type { TagRecord } from "#db/repositories/tags.ts";
import type { Store, Transact } from "#db/store.ts";
import { renameOnNotes, restoreOnNotes } from "./rename-on-notes.ts";

type Hands = { readonly transact: Transact; readonly clock: () => number; readonly newId: () => string };
type Admit = (store: Store) => Promise<Actor>;
type Change = {
  readonly groupId: string;
  readonly kind: "rename" | "merge";
  readonly from: string;
  /** The tag as it is to be afterwards; its name decides where the notes go. */
  readonly to: (store: Store) => Promise<TagRecord>;
};

/**
 * Notes that are being written meanwhile with the old name get the new one, so that no orphan is left behind. Throws
 * Problem("not-found") for a tag that is none.
 */
export async function changeTag(hands: Hands, admit: Admit, { groupId, kind, from, to }: Change): Promise<void> {
  const { transact, clock, newId } = hands;
  const made = await transact(async (store) => {
    const actor = await admit(store);
    const now = clock();
    const former = (await store.tags.known(groupId, [from])).get(from);
    if (former === undefined) throw new Problem("not-found", words.unknownTag);
    const tag = await to(store);
    await store.tags.put(groupId, tag, now);
    if (tag.key === from && tag.name === former.name) return null;
    const id = newId();
    const { seq } = await record(hands, store, { groupId, actor, verb: `tag.${kind}`, change: id, undoes: null });
    const { key: _, ...rest } = former;
    await store.tagChanges.keep({
      ...{ id, groupId, kind, fromKey: from, former: rest, toKey: tag.key, toName: tag.name, decision: seq, at: now },
    });
    await store.tagChanges.dropAlias(groupId, tag.key);
    if (tag.key !== from) {
      await store.tags.drop(groupId, from);
      await store.tagChanges.alias(groupId, from, tag.key);
    }
    return { id, name: tag.name };
  });
  if (made !== null) await renameOnNotes(transact, { groupId, key: from, name: made.name, change: made.id });
}

/** Throws Problem("conflict") where it was taken back already, or its names have become something else since. */
export async function undoTagChange(hands: Hands, admit: Admit, groupId: string, changeId: string): Promise<void> {
  const { transact, clock } = hands;
  const { fromKey, toKey, former } = await transact(async (store) => {
    const actor = await admit(store);
    const change = await store.tagChanges.find(changeId);
    if (change === null || change.groupId !== groupId) throw new Problem("not-found", words.unknownChange);
    if (change.undoneAt !== null) throw new Problem("conflict", words.changedSince);
    const known = await store.tags.known(groupId, [change.fromKey, change.toKey]);
    const isTaken = change.fromKey !== change.toKey && known.has(change.fromKey);
    if (isTaken || !known.has(change.toKey)) throw new Problem("conflict", words.changedSince);
    await store.tagChanges.dropAlias(groupId, change.fromKey);
    await store.tags.put(groupId, { ...change.former, key: change.fromKey }, clock());
    await store.tagChanges.markUndone(changeId, clock());
    const verb = `tag.${change.kind}` as const;
    await record(hands, store, { groupId, actor, verb, change: changeId, undoes: change.decision });
    return change;
  });
  if (tagKey(former.name) !== toKey) {
    await restoreOnNotes(transact, { change: changeId, toKey, name: former.name });
  } else await renameOnNotes(transact, { groupId, key: fromKey, name: former.name, change: null });
  await transact(async (store) => {
    const change = await store.tagChanges.find(changeId);
    if (change?.kind !== "rename" || toKey === fromKey || (await store.tags.isUsed(groupId, toKey))) return;
    await store.tags.drop(groupId, toKey);
  });
}

type Recorded = {
  readonly groupId: string;
  readonly actor: Actor;
  readonly verb: "tag.rename" | "tag.merge";
  readonly change: string;
  readonly undoes: number | null;
};

function record({ clock, newId }: Hands, store: Store, { groupId, actor, verb, change, undoes }: Recorded) {
  return store.record.append({
    ...{ id: newId(), at: clock(), group: groupId, document: null, actor: actor.id, actorRole: actor.role ?? "" },
    ...{ verb, subject: { kind: "group" as const, id: groupId }, before: {}, after: { change } },
    ...{ revision: null, revisionHash: null, item: null, reason: null, undoes, batch: null },
  });
}
