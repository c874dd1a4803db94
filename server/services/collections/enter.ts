/** Who may look at a collection, and what they see of the threads in it. */
import type { Viewer } from "#app/context/viewer.ts";
import { type Actor, can, type Subject } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { collectionWords as words } from "#app/words/collections.ts";
import type { CollectionRow, EntryRow } from "#db/repositories/collections.ts";
import type { Store } from "#db/store.ts";
import { isPast, standingIn, standingInGroup } from "../rights.ts";
import type { PlaceIn } from "./collected.ts";

type Sources = { readonly entries: readonly EntryRow[]; readonly group: string; readonly placeIn: PlaceIn };

/** A viewer among the collections of a group. */
export type GroupStanding = {
  readonly actor: Actor;
  readonly group: { readonly id: string; readonly name: string };
  /** The group, as somebody who decides about its threads needs it. */
  readonly subject: Subject;
  readonly mayCurate: boolean;
  readonly sees: (row: CollectionRow) => boolean;
  /** What `seenThreads` asks for. */
  readonly sources: (collection: string) => Promise<Sources>;
};

export type Entered = { readonly row: CollectionRow; readonly standing: GroupStanding };

/** Throws Problem("not-found") for those outside the group. */
export async function enterGroup(
  store: Store,
  { viewer, groupId, now }: { readonly viewer: Viewer; readonly groupId: string; readonly now: number },
): Promise<GroupStanding> {
  const access = await standingInGroup(store, { memberId: viewer.id, groupId, now });
  if (access === null) throw new Problem("not-found", words.unknown);
  const { actor, group } = access;
  // A collection is curated as its threads are, wherever these stand; the group's own state decides.
  const subject: Subject = { group, document: { ...group, addedBy: "" } };
  const mayCurate = can(actor, "thread.curate", subject);
  const isStaff = can(actor, "room.staff");
  const placeIn: PlaceIn = async (document) => {
    if (document.groupId !== groupId) return null;
    return standingIn(store, { memberId: viewer.id, documentId: document.id, now });
  };
  return {
    ...{ actor, group, subject, mayCurate },
    sees: ({ isShown, removedAt }) => isStaff || (isShown && removedAt === null),
    sources: async (collection) => ({
      entries: await store.collections.entries(collection),
      group: group.name,
      placeIn,
    }),
  };
}

/** Throws Problem("not-found") also for what is there and not for the viewer. */
export async function enterCollection(
  store: Store,
  { viewer, id, now }: { readonly viewer: Viewer; readonly id: string; readonly now: number },
): Promise<Entered> {
  const row = await store.collections.find(id);
  if (row === null) throw new Problem("not-found", words.unknown);
  const standing = await enterGroup(store, { viewer, groupId: row.groupId, now });
  if (!standing.sees(row)) throw new Problem("not-found", words.unknown);
  return { row, standing };
}

/** How the whole group stands in its texts: what a link may show, and nothing more. Null once the group is gone. */
export async function publicSources(store: Store, row: CollectionRow, now: number): Promise<Sources | null> {
  const group = await store.groups.byId(row.groupId);
  if (group === null || isPast(group.deleteAfter, now)) return null;
  const audience = await store.audiences.ofGroup(row.groupId);
  const actor: Actor = { id: "", role: null, isAdmin: false };
  return {
    entries: await store.collections.entries(row.id),
    group: group.name,
    placeIn: async ({ groupId, deleteAfter }) =>
      groupId !== row.groupId || audience === null || isPast(deleteAfter, now)
        ? null
        : { actor, group, rooms: [{ audience }] },
  };
}
