/** Readers that cost next to nothing: a TCP socket each, frames cut out of the stream, nothing decoded that need not be. */

import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { CURRENT_EPOCH } from "#db/repositories/feed.ts";

/** Where a reader comes in, and as whom. */
export type Door = { readonly port: number; readonly room: string; readonly cookie: string };

/**
 * Connects a socket and upgrades it; `hear` gets the payload of each message, valid until it returns. Rejects when the
 * server does not let it in.
 */
export async function openReader({ port, room, cookie }: Door, hear: (payload: Buffer) => void): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.setNoDelay(true);
  socket.on("error", () => socket.destroy());
  const headers = {
    Host: `127.0.0.1:${port}`,
    Origin: `http://127.0.0.1:${port}`,
    Cookie: cookie,
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
  };
  const lines = Object.entries(headers).map(([header, value]) => `${header}: ${value}`);
  socket.write(`GET /collab/${room}?epoch=${CURRENT_EPOCH}&v=1 HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
  await new Promise<void>((resolve, reject) => {
    socket.on("close", () => reject(new Error("The server closed the socket.")));
    let rest: Buffer | null = Buffer.alloc(0);
    let upgraded = false;
    socket.on("data", (data) => {
      rest = rest === null || rest.length === 0 ? data : Buffer.concat([rest, data]);
      if (!upgraded) {
        const end = rest.indexOf("\r\n\r\n");
        if (end < 0) return;
        upgraded = true;
        rest = rest.subarray(end + 4);
        resolve();
      }
      rest = eachFrame(rest, hear);
    });
  });
  return socket;
}

/** Sends a masked binary frame of fewer than 126 bytes; a zero mask leaves them as they are (RFC 6455 §5.3). */
export function say(socket: Socket, payload: readonly number[]): void {
  socket.write(Buffer.from([0x82, 0x80 | payload.length, 0, 0, 0, 0, ...payload]));
}

/** Closes sockets and resolves when they are gone. */
export async function hangUp(sockets: readonly Socket[]): Promise<void> {
  await Promise.all(
    sockets.map(async (socket) => {
      const gone = socket.destroyed ? null : once(socket, "close");
      socket.destroy();
      await gone;
    }),
  );
}

function eachFrame(data: Buffer, hear: (payload: Buffer) => void): Buffer {
  let at = 0;
  while (data.length - at >= 2) {
    const short = (data[at + 1] ?? 0) & 127;
    const header = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (data.length - at < header) break;
    const length = short < 126 ? short : short === 126 ? data.readUInt16BE(at + 2) : data.readUIntBE(at + 4, 6);
    if (data.length - at - header < length) break;
    if (data[at] === 0x82) hear(data.subarray(at + header, at + header + length));
    at += header + length;
  }
  return data.subarray(at);
}
