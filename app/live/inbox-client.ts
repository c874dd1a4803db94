/** The inbox room in this browser; loaded when the page has come to rest, since it brings Yjs with it. */
import type * as Y from "yjs";
import { type InboxRecord, NOTIFICATIONS, READS } from "#app/rooms/inbox-room.ts";
import type { Cell } from "./cell.ts";
import type { Inbox, InboxAddress } from "./inbox.ts";
import { RoomClient } from "./room-client.ts";

/** Opens the room and keeps the cell in step with it; gives what closes it. */
export function openInboxRoom({ person, room, epoch }: InboxAddress, cell: Cell<Inbox>): () => void {
  const client = new RoomClient({
    ...{ person, room, epoch },
    wsOrigin: location.origin.replace(/^http/u, "ws"),
    onChange: () => undefined,
    onDoc: (doc) => observe(doc, cell),
    onStatus: (status) => cell.set({ ...cell.get(), isLive: status === "live" }),
    onDrop: () => cell.set({ isLive: false, news: new Map(), reads: new Map() }),
  });
  const whenSeen = () => document.visibilityState === "visible" && client.reconnect();
  document.addEventListener("visibilitychange", whenSeen);
  return () => {
    document.removeEventListener("visibilitychange", whenSeen);
    client.close();
  };
}

/** Rows of one frame are told once. */
function observe(doc: Y.Doc, cell: Cell<Inbox>): void {
  const news = doc.getMap<InboxRecord | null>(NOTIFICATIONS);
  const reads = doc.getMap<number | null>(READS);
  news.observe(() => cell.set({ ...cell.get(), news: known(news) }));
  reads.observe(() => cell.set({ ...cell.get(), reads: known(reads) }));
}

function known<T>(map: Y.Map<T | null>): ReadonlyMap<string, T> {
  const values = new Map<string, T>();
  for (const [key, value] of map.entries()) if (value !== null) values.set(key, value);
  return values;
}
