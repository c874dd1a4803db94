/** Which threads stand in a collection, and in which order. */
import type { CollectionService } from "#app/context/collections.ts";
import { MOST_ENTRIES, moved } from "#app/domain/collection/collection.ts";
import { Problem } from "#app/domain/problem.ts";
import { collectionWords as words } from "#app/words/collections.ts";
import type { Store } from "#db/store.ts";
import { sightFor, standingIn } from "../rights.ts";
import { enterGroup } from "./enter.ts";
import { type CollectionParts, inCollection, remarkOf } from "./hands.ts";

type Entries = Pick<CollectionService, "offers" | "add" | "remark" | "takeOut" | "move">;

export function makeCollectionEntries(parts: CollectionParts): Entries {
  const { read, clock } = parts;
  return {
    async offers(viewer, noteId) {
      const now = clock();
      const { group, root } = await threadOf(read, { viewer: viewer.id, noteId, now });
      const standing = await enterGroup(read, { viewer, groupId: group, now });
      if (!standing.mayCurate) throw new Problem("forbidden", words.forStaff);
      const offered = [];
      for (const row of await read.collections.ofGroup(group)) {
        if (row.removedAt !== null) continue;
        const entries = await read.collections.entries(row.id);
        offered.push({ id: row.id, title: row.title, has: entries.some(({ rootId }) => rootId === root) });
      }
      return { group, root, collections: offered };
    },

    async add(viewer, id, noteId) {
      await inCollection(parts, viewer, id, async (store, { row }, record) => {
        const now = clock();
        const { group, root } = await threadOf(store, { viewer: viewer.id, noteId, now });
        if (group !== row.groupId) throw new Problem("not-found", words.unknownThread);
        const entries = await store.collections.entries(id);
        if (entries.some(({ rootId }) => rootId === root)) return;
        if (entries.length >= MOST_ENTRIES) throw new Problem("conflict", words.full(MOST_ENTRIES));
        await store.collections.addEntry({
          ...{ collectionId: id, rootId: root, place: entries.length, addedBy: viewer.id, addedAt: now },
        });
        await record({ change: "added", thread: root });
      });
    },

    async remark(viewer, id, root, typed) {
      const remark = remarkOf(typed);
      await inCollection(parts, viewer, id, async (store, _, record) => {
        await demandEntry(store, id, root);
        await store.collections.remark(id, root, remark);
        await record({ change: "remarked", thread: root });
      });
    },

    async takeOut(viewer, id, root) {
      await inCollection(parts, viewer, id, async (store, _, record) => {
        const entries = await demandEntry(store, id, root);
        await store.collections.dropEntry(id, root);
        await store.collections.order(
          id,
          entries.filter((one) => one !== root),
        );
        await record({ change: "taken-out", thread: root });
      });
    },

    async move(viewer, id, root, by) {
      await inCollection(parts, viewer, id, async (store) => {
        const entries = await demandEntry(store, id, root);
        await store.collections.order(id, moved(entries, root, by));
      });
    },
  };
}

/** Roots in their order; throws Problem("not-found") for a thread that is not among them. */
async function demandEntry(store: Store, id: string, root: string): Promise<readonly string[]> {
  const entries = (await store.collections.entries(id)).map(({ rootId }) => rootId);
  if (!entries.includes(root)) throw new Problem("not-found", words.unknownThread);
  return entries;
}

/** The thread of a note whose words the viewer reads. Throws Problem("not-found"), also for what stands on a desk. */
async function threadOf(
  store: Store,
  { viewer, noteId, now }: { readonly viewer: string; readonly noteId: string; readonly now: number },
): Promise<{ readonly group: string; readonly root: string }> {
  const note = await store.annotations.find(noteId);
  const root = note === null ? null : await store.annotations.find(note.root);
  const standing = root === null ? null : await standingIn(store, { memberId: viewer, documentId: root.document, now });
  const isOpen = root?.placements.every(({ kind }) => kind !== "desk" && kind !== "staff") === true;
  if (root === null || standing === null || !isOpen || sightFor(standing, root, "none") !== "body") {
    throw new Problem("not-found", words.unknownThread);
  }
  return { group: root.group, root: root.id };
}
