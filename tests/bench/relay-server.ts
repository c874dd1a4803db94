/**
 * What a server costs that only passes messages on: no Yjs, no storage, no rights. `plain` sends each message to each socket with `ws`;
 * `batching` collects what arrived in one turn of the event loop and writes it once per socket.
 */
import { createServer } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { answerParent, listenAnywhere } from "./child.ts";
import { benchRoom } from "./rooms.ts";

type Room = { readonly readers: Map<WebSocket, Duplex>; readonly presence: Buffer[]; turn: Buffer[] };

const batching = process.argv[2] === "batching";
const rooms = new Map<string, Room>();
/** Bytes that every reader gets on arrival, as the raw counterpart of opening a room. */
let greeting: readonly Buffer[] = [];

const server = createServer();
const sockets = new WebSocketServer({ noServer: true, clientTracking: false, perMessageDeflate: false });
server.on("upgrade", (req, socket, head) => {
  const { pathname, searchParams } = new URL(req.url ?? "", "http://localhost");
  sockets.handleUpgrade(req, socket, head, (ws) => {
    if (pathname === "/write") relayFrom(ws, Number(searchParams.get("rooms")));
    else letIn(ws, socket, roomOf(pathname.slice("/collab/".length)));
  });
});
answerParent(await listenAnywhere(server), (question) => greet((question as { greet: number }).greet));

/** What the n-th message says goes to room n modulo `count`. */
function relayFrom(ws: WebSocket, count: number): void {
  let n = 0;
  ws.on("message", (data: Buffer) => pass(roomOf(benchRoom(n++ % count)), data));
}

function letIn(ws: WebSocket, socket: Duplex, room: Room): void {
  room.readers.set(ws, socket);
  for (const frame of greeting) socket.write(frame);
  ws.on("close", () => room.readers.delete(ws));
  ws.on("error", () => ws.terminate());
  // A reader's own message is its presence: it gets everybody's, and everybody gets it.
  ws.on("message", (data: Buffer) => {
    if (data[0] !== 1) return;
    if (batching) socket.write(Buffer.concat(room.presence.map(framed)));
    else for (const state of room.presence) ws.send(state);
    room.presence.push(data);
    pass(room, data);
  });
}

function roomOf(name: string): Room {
  const room = rooms.get(name) ?? { readers: new Map(), presence: [], turn: [] };
  rooms.set(name, room);
  return room;
}

/** Prepares frames of 64 KiB that come to so many bytes, and a last one that says that this was all. */
function greet(bytes: number): number {
  const frame = framed(Buffer.alloc(65_000, 9));
  greeting = [...Array<Buffer>(Math.floor(bytes / frame.length)).fill(frame), framed(Buffer.from([0, 1, 2, 0, 0]))];
  return greeting.length;
}

function pass(room: Room, message: Buffer): void {
  if (!batching) {
    for (const ws of room.readers.keys()) ws.send(message);
    return;
  }
  if (room.turn.length === 0) setImmediate(() => flush(room));
  room.turn.push(framed(message));
}

function flush(room: Room): void {
  const bytes = Buffer.concat(room.turn);
  room.turn = [];
  for (const socket of room.readers.values()) socket.write(bytes);
}

function framed(message: Buffer): Buffer {
  if (message.length < 126) return Buffer.concat([Buffer.from([0x82, message.length]), message]);
  const header = Buffer.from([0x82, 126, 0, 0]);
  header.writeUInt16BE(message.length, 2);
  return Buffer.concat([header, message]);
}
