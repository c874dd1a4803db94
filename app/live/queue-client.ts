/** A queue room in this browser; loaded when the page has come to rest, since it brings Yjs with it. */
import type * as Y from "yjs";
import { ITEMS, type QueueRecord } from "#app/rooms/queue-room.ts";
import type { Cell } from "./cell.ts";
import { peersOf } from "./peers.ts";
import type { LiveQueue, QueueAddress } from "./queue.ts";
import { RoomClient } from "./room-client.ts";

/** Opens the room and keeps the cell in step with it. */
export function openQueueRoom({ person, room, epoch }: QueueAddress, cell: Cell<LiveQueue>) {
  const client = new RoomClient({
    ...{ person, room, epoch },
    wsOrigin: location.origin.replace(/^http/u, "ws"),
    onChange: () => undefined,
    onDoc: (doc) => observe(doc, cell),
    onStatus: (status) => cell.set({ ...cell.get(), isLive: status === "live" }),
    onDrop: () => cell.set({ isLive: false, items: new Map(), peers: [] }),
  });
  const self = new Set([person]);
  client.watchPeers((awareness) => cell.set({ ...cell.get(), peers: peersOf(awareness.getStates(), self) }));
  const whenSeen = () => document.visibilityState === "visible" && client.reconnect();
  document.addEventListener("visibilitychange", whenSeen);
  return {
    // Of what a reader says of itself only the place is needed: the item that is open.
    look: (item: string | null) => client.claim({ selection: null, block: null, typing: item, preview: null }),
    close: () => {
      document.removeEventListener("visibilitychange", whenSeen);
      client.close();
    },
  };
}

/** Rows of one frame are told once. */
function observe(doc: Y.Doc, cell: Cell<LiveQueue>): void {
  const items = doc.getMap<QueueRecord | null>(ITEMS);
  items.observe(() => {
    const known = new Map<string, QueueRecord>();
    for (const [id, record] of items.entries()) if (record !== null) known.set(id, record);
    cell.set({ ...cell.get(), items: known });
  });
}
