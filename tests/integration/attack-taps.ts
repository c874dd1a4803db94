/** Sockets on the rooms of an attacked site: they keep every frame, and know how far they have come. */

import { once } from "node:events";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { FEED_CLIENT } from "#app/rooms/reading-room.ts";
import { CURRENT_EPOCH } from "#db/repositories/feed.ts";
import type { AttackSite, Sender } from "./attack-site.ts";
import { eventually, step1 } from "./realtime-harness.ts";

export type Tap = {
  readonly room: string;
  readonly frames: readonly Buffer[];
  readonly doc: Y.Doc;
  /** The close code, null while it is open. */
  readonly code: () => number | null;
  /** The last row that arrived, -1 before the first sync. */
  readonly seq: () => number;
  readonly send: (frame: Buffer) => void;
  readonly close: () => void;
};

type Heard = (frame: Buffer) => void;

/** Opens a socket and asks for the room; a name with a query says epoch and version itself. Resolves when it is open. */
export async function tap(
  { url }: Pick<AttackSite, "url">,
  sender: Sender,
  room: string,
  heard: Heard = () => {},
): Promise<Tap> {
  const cookie: Record<string, string> = sender === null ? {} : { cookie: sender.cookie };
  const query = room.includes("?") ? "" : `?epoch=${CURRENT_EPOCH}&v=1`;
  const ws = new WebSocket(`${url.replace("http", "ws")}/collab/${room}${query}`, {
    headers: { origin: url, ...cookie },
    perMessageDeflate: false,
  });
  const frames: Buffer[] = [];
  const doc = new Y.Doc();
  let code: number | null = null;
  let synced = false;
  ws.on("message", (data: Buffer) => {
    frames.push(data);
    heard(data);
    if (data[0] !== 0) return;
    Y.applyUpdate(doc, updateIn(data));
    // Step 2 ends the first sync, also that of an empty room.
    synced ||= data[1] === 1;
  });
  ws.on("close", (closed) => {
    code = closed;
  });
  ws.on("error", () => {});
  await once(ws, "open");
  ws.send(step1());
  return {
    ...{ room, frames, doc },
    code: () => code,
    seq: () => (synced ? Y.getState(doc.store, FEED_CLIENT) : -1),
    send: (frame) => ws.send(frame),
    close: () => ws.terminate(),
  };
}

/** The words of all frames of a socket. */
export function wordsOf({ frames }: Tap): string {
  return Buffer.concat([...frames]).toString("latin1");
}

/** Waits until every open socket has all rows of its room, so that nothing is on its way. */
export async function settled({ site }: Pick<AttackSite, "site">, taps: readonly Tap[]): Promise<void> {
  for (const one of taps) {
    const head = await site.read.feed.head(one.room);
    await eventually(() => {
      if (one.code() === null && one.seq() !== (head?.seq ?? 0)) throw new Error(`${one.room} is behind.`);
    });
  }
}

/** A sync message is two types, a length as a variable integer, and the update. */
function updateIn(message: Buffer): Uint8Array {
  let at = 2;
  while ((message[at] ?? 0) >= 128) at += 1;
  return message.subarray(at + 1);
}
