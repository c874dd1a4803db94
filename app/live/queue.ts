/** The queue of a group, live: on the pages of moderation, and as a number wherever moderators are. */
import type { QueueRecord } from "#app/rooms/queue-room.ts";
import { Cell } from "./cell.ts";
import type { Peer } from "./peers.ts";
import { whenIdle } from "./when-idle.ts";

/** Whose queue room, and where it is. */
export type QueueAddress = { readonly person: string; readonly room: string; readonly epoch: number };

export type LiveQueue = {
  /** False until everything has come; before that the page's own rows count. */
  readonly isLive: boolean;
  /** Open items, by id. */
  readonly items: ReadonlyMap<string, QueueRecord>;
  /** Other moderators who are here; `typing` is the item that each looks at. */
  readonly peers: readonly Peer[];
};

/** The queue before anything of it has come. */
export const emptyQueue: LiveQueue = { isLive: false, items: new Map(), peers: [] };

export type QueueRoom = {
  readonly cell: Cell<LiveQueue>;
  /** Tells the others which item is looked at. */
  readonly look: (item: string | null) => void;
};

type Opened = QueueRoom & { readonly address: QueueAddress; users: number; readonly close: () => void };

const open = new Map<string, Opened>();

/** Opens the room once the page is at rest, or shares it with who has opened it already; gives what leaves it. */
export function joinQueue(address: QueueAddress): { readonly room: QueueRoom; readonly leave: () => void } {
  const name = `${address.person} ${address.room} ${address.epoch}`;
  const opened = open.get(name) ?? openRoom(address);
  open.set(name, opened);
  opened.users += 1;
  return {
    room: opened,
    leave: () => {
      opened.users -= 1;
      if (opened.users > 0) return;
      open.delete(name);
      opened.close();
    },
  };
}

function openRoom(address: QueueAddress): Opened {
  const cell = new Cell<LiveQueue>(emptyQueue);
  let looked: string | null = null;
  let client: { look: (item: string | null) => void; close: () => void } | null = null;
  let isClosed = false;
  whenIdle(async () => {
    const { openQueueRoom } = await import("./queue-client.ts");
    if (isClosed) return;
    client = openQueueRoom(address, cell);
    client.look(looked);
  });
  return {
    address,
    cell,
    users: 0,
    look: (item) => {
      looked = item;
      client?.look(item);
    },
    close: () => {
      isClosed = true;
      client?.close();
    },
  };
}
