/** The one way to change an item of the queue: its row in the room of the moderators changes in the same transaction. */

import { roomName } from "#app/rooms/names.ts";
import { ITEMS, type QueueRecord } from "#app/rooms/queue-room.ts";
import type { ItemPatch, QueueItem } from "#db/repositories/moderation/queue.ts";
import type { Store } from "#db/store.ts";

/** Changes an item, counts its version up, and says so. Gives it as it is then. */
export async function changeItem(store: Store, id: string, patch: ItemPatch): Promise<QueueItem | null> {
  await store.queue.update(id, patch);
  return sayItem(store, id);
}

/** Makes a claim last longer; the version stays, since nobody has to read anything again. */
export async function renewClaim(store: Store, id: string, until: number): Promise<QueueItem | null> {
  await store.queue.renew(id, until);
  return sayItem(store, id);
}

/** Brings the row of the room in step with the item; what it says already is not said again. */
export async function sayItem(store: Store, id: string): Promise<QueueItem | null> {
  const item = await store.queue.find(id);
  if (item === null) return null;
  const room = roomName({ kind: "queue", group: item.groupId });
  const value = JSON.stringify(recordOfItem(item));
  const said = (await store.feed.latest(room, ITEMS, [id])).get(id) ?? "null";
  if (said === value) return item;
  const { epoch, rows } = await store.feed.append(room, [{ map: ITEMS, key: id, value }]);
  store.effect({ kind: "rows", room, epoch, rows });
  return item;
}

/** What the room says of an item: null once it is done. */
export function recordOfItem(item: QueueItem): QueueRecord | null {
  if (item.state === "done") return null;
  const { claimedBy, claimUntil } = item;
  return {
    version: item.version,
    target: item.targetKind,
    kinds: item.kinds,
    priority: Math.round(item.priority * 100) / 100,
    opened: item.openedAt,
    due: item.dueAt,
    claim: claimedBy === null || claimUntil === null ? null : { by: claimedBy, until: claimUntil },
    assigned: item.assignedTo,
    escalated: item.isEscalated,
  };
}

/** Before a text goes for good: takes at most `limit` items about it out of the queue; true while there may be more. */
export async function closeSomeOf(
  store: Store,
  { documentId, limit, now }: { readonly documentId: string; readonly limit: number; readonly now: number },
): Promise<boolean> {
  const items = await store.queueList.ofDocument(documentId, limit);
  for (const { id } of items) await changeItem(store, id, { state: "done", doneAt: now });
  return items.length === limit;
}
