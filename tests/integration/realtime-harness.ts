/** The rooms of a server on port 0, over a feed and a doorkeeper in memory. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished, vi } from "vitest";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { ANNOTATIONS } from "#app/rooms/reading-room.ts";
import type { Limits } from "#server/realtime/limits.ts";
import { makeRealtime, type Realtime } from "#server/realtime/realtime.ts";
import { MemoryPages } from "#server/realtime/shared/memory-pages.ts";
import { scan } from "#server/realtime/shared/scan.ts";
import { MemoryDoorkeeper, MemoryFeed, room } from "./realtime-memory.ts";

export type Harness = {
  readonly feed: MemoryFeed;
  readonly doorkeeper: MemoryDoorkeeper;
  readonly pageStore: MemoryPages;
  readonly realtime: Realtime;
  readonly url: string;
  readonly origin: string;
  readonly warnings: object[];
  readonly errors: object[];
  /** Commits entries to a room and publishes them. */
  write(entries: Record<string, unknown>, name?: string): void;
  /** A stock provider for a member, disconnected at the end of the test. */
  provider(member: string, doc?: Y.Doc): WebsocketProvider;
  /** A bare socket to a path below /collab/. */
  socket(path: string, headers?: Record<string, string>): RawSocket;
  /** A bare socket of a member in the room. */
  join(member: string): Promise<RawSocket>;
};

/** A socket that keeps every frame it got. */
export type RawSocket = { readonly ws: WebSocket; readonly frames: Buffer[]; readonly closed: Promise<Closed> };
export type Closed = { readonly code: number; readonly reason: string };

export async function startRealtime(
  limits: Partial<Limits> = {},
  options: { clock?: () => number; origin?: string } = {},
): Promise<Harness> {
  const feed = new MemoryFeed();
  const doorkeeper = new MemoryDoorkeeper(feed);
  const pageStore = new MemoryPages();
  const warnings: object[] = [];
  const errors: object[] = [];
  const http = createServer((_, res) => res.end());
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const realtime = makeRealtime({
    ...{
      feed,
      doorkeeper,
      pageStore,
      newClient: () => 4_000_000_000,
      origin: options.origin ?? null,
      limits,
      clock: options.clock ?? Date.now,
    },
    // The worker has a test of its own; here its start would be most of the time.
    scan: async (bytes) => scan(bytes),
    log: { warn: (fields) => warnings.push(fields), error: (fields) => errors.push(fields) },
  });
  http.on("upgrade", (req, socket, head) => {
    if (!realtime.handleUpgrade(req, socket, head)) socket.destroy();
  });
  onTestFinished(async () => {
    await realtime.close();
    http.closeAllConnections();
    http.close();
  });
  const url = `${origin.replace("http", "ws")}/collab`;
  const socket: Harness["socket"] = (path, headers = {}) => rawSocket(`${url}/${path}`, { origin, ...headers });
  return {
    ...{ feed, doorkeeper, pageStore, realtime, url, origin, warnings, errors, socket },
    write: (entries, name = room) => realtime.publish([feed.append(name, entries)]),
    provider(member, doc = new Y.Doc()) {
      const provider = connectProvider({ url, origin, cookie: doorkeeper.signIn(member), epoch: feed.epoch }, doc);
      onTestFinished(() => provider.destroy());
      return provider;
    },
    async join(member) {
      const raw = socket(`${room}?epoch=${feed.epoch}&v=1`, { cookie: doorkeeper.signIn(member) });
      await once(raw.ws, "open");
      return raw;
    },
  };
}

/** Waits until the assertion holds. */
export function eventually(assertion: () => void): Promise<void> {
  return vi.waitFor(assertion, { timeout: 10_000, interval: 5 });
}

/** The notes that a reader sees. */
export function notesOf(provider: WebsocketProvider): Record<string, unknown> {
  return provider.doc.getMap(ANNOTATIONS).toJSON();
}

/** A step 1 that says: I have rows 1 to `clock`. */
export function step1(clock = 0): Buffer {
  const vector = clock === 0 ? [0] : [1, 1, ...varUint(clock)];
  return Buffer.from([0, 0, vector.length, ...vector]);
}

export function varUint(value: number): number[] {
  return value < 128 ? [value] : [128 | (value % 128), ...varUint(Math.floor(value / 128))];
}

type Address = { readonly url: string; readonly origin: string; readonly cookie: string; readonly epoch: number };

function connectProvider({ url, origin, cookie, epoch }: Address, doc: Y.Doc): WebsocketProvider {
  class SignedIn extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie }, origin });
    }
  }
  return new WebsocketProvider(url, room, doc, {
    disableBc: true,
    params: { epoch: String(epoch), v: "1" },
    WebSocketPolyfill: SignedIn as unknown as typeof globalThis.WebSocket,
  });
}

function rawSocket(address: string, headers: Record<string, string>): RawSocket {
  const ws = new WebSocket(address, { headers, perMessageDeflate: false });
  const frames: Buffer[] = [];
  ws.on("message", (data) => frames.push(data as Buffer));
  ws.on("error", () => {});
  onTestFinished(() => ws.terminate());
  const closed = new Promise<Closed>((resolve) => {
    ws.on("close", (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  return { ws, frames, closed };
}
