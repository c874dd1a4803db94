/** What is measured, and beside what: each peer is a server process with a way to write notes into its rooms. */
import { once } from "node:events";
import { Agent, request } from "node:http";
import { ulid } from "ulid";
import { WebSocket } from "ws";
import { type Child, startChild } from "./child.ts";
import type { Stage, Wanted } from "./composed-server.ts";
import type { Door } from "./readers.ts";
import { benchRoom } from "./rooms.ts";

/** Writes notes; note n goes to room n modulo the number of rooms. */
export type Writer = { readonly send: (n: number, body: string) => void; readonly close: () => void };

export type Site = {
  readonly child: Child;
  /** The door of the n-th reader. */
  readonly door: (n: number) => Door;
  readonly write: () => Promise<Writer>;
  /** How many notes a message carries. */
  readonly count: (payload: Buffer) => number;
};

export type Peer = { readonly name: string; readonly start: (rooms?: number) => Promise<Site> };

export const plainRelay: Peer = { name: "relay, plain ws", start: (rooms) => relay("plain", rooms) };
export const batchingRelay: Peer = { name: "relay, batch per turn", start: (rooms) => relay("batching", rooms) };
/** The rooms over the real writer, without HTTP and rights. */
export const storedRooms: Peer = {
  name: "rooms, stored",
  start: (rooms = 1) => overSocket("./rooms-server.ts", rooms),
};
/** Commands over HTTP by signed-in members, authorised, stored, projected. One room. */
export const wholeServer: Peer = { name: "whole server, HTTP", start: () => composed() };

export const peers: readonly Peer[] = [plainRelay, batchingRelay, storedRooms, wholeServer];

/** The whole server with a stage, for benches of their own. */
export async function startComposed(wanted: Wanted): Promise<{ readonly child: Child; readonly stage: Stage }> {
  const child = await startChild("./composed-server.ts");
  return { child, stage: (await child.ask(wanted)) as Stage };
}

/** Posts one command as the outbox of a page does and gives the status of the answer. */
export function post(
  agent: Agent,
  port: number,
  { cookie, command }: { cookie: string; command: Note },
): Promise<number> {
  const json = JSON.stringify(command);
  const headers = {
    ...{ Cookie: cookie, Origin: `http://127.0.0.1:${port}`, "Content-Type": "application/json" },
    "Content-Length": Buffer.byteLength(json),
  };
  const path = `/t/${command.document}/notes`;
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, agent, method: "POST", path, headers }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.once("error", reject);
    sent.end(json);
  });
}

export type Note = ReturnType<typeof noteOn>;

/** A note on the first words of the text, under a new id. */
export function noteOn({ document }: Pick<Stage, "document">, body: string) {
  const kind = { motivation: "commenting", colour: "amber", placement: "everyone", target: null } as const;
  return { verb: "publish", id: ulid(), document, body, ...kind } as const;
}

function relay(mode: "plain" | "batching", rooms = 1): Promise<Site> {
  return overSocket("./relay-server.ts", rooms, mode);
}

async function overSocket(file: string, rooms: number, ...args: string[]): Promise<Site> {
  const child = await startChild(file, ...args);
  const { port } = child;
  return {
    child,
    door: (n) => ({ port, room: benchRoom(n % rooms), cookie: `reader=${n}` }),
    async write() {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/write?rooms=${rooms}`, { perMessageDeflate: false });
      await once(socket, "open");
      return { send: (_, body) => socket.send(body), close: () => socket.terminate() };
    },
    count: file === "./relay-server.ts" ? () => 1 : structs,
  };
}

/** Sixty members, so that 500 readers stay within what one session may open. */
async function composed(): Promise<Site> {
  const { child, stage } = await startComposed({ members: 60, words: 2000, notes: 0 });
  const { port } = child;
  const cookie = (n: number): string => stage.cookies[n % stage.cookies.length] ?? "";
  return {
    child,
    door: (n) => ({ port, room: stage.room, cookie: cookie(n) }),
    async write() {
      const agent = new Agent({ keepAlive: true, maxSockets: 100 });
      const send = (n: number, body: string): void => {
        // A note that was refused does not arrive, and that is what counts.
        post(agent, port, { cookie: cookie(n), command: noteOn(stage, body) }).catch(() => {});
      };
      return { send, close: () => agent.destroy() };
    },
    count: structs,
  };
}

/** A sync update says after its length: one client, how many structs. */
function structs(payload: Buffer): number {
  if (payload[0] !== 0 || payload[1] !== 2) return 0;
  let at = 2;
  while ((payload[at] ?? 0) >= 128) at++;
  at += 2;
  const low = payload[at] ?? 0;
  return low < 128 ? low : (low & 127) + 128 * (payload[at + 1] ?? 0);
}
