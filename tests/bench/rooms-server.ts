/** The rooms as they are in production, over the real writer and feed (SQLite, one fsync per commit); rights are waved through. */

import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WebSocketServer } from "ws";
import { ANNOTATIONS } from "#app/rooms/reading-room.ts";
import { openDatabase } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { CURRENT_EPOCH } from "#db/repositories/feed.ts";
import { makeReadStore } from "#db/store.ts";
import { makeWriter } from "#db/writer.ts";
import { makeRealtime } from "#server/realtime/realtime.ts";
import { MemoryPages } from "#server/realtime/shared/memory-pages.ts";
import { storedSnapshots } from "#server/realtime/stored-snapshots.ts";
import { answerParent, listenAnywhere } from "./child.ts";
import { benchRoom } from "./rooms.ts";

/** A folder that is given is kept, so that another process can open what this one wrote. */
const [given] = process.argv.slice(2);
const folder = given ?? mkdtempSync(join(tmpdir(), "glossa-bench-"));
process.on("exit", () => {
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
});
process.on("SIGTERM", () => process.exit());
const file = join(folder, "glossa.sqlite");
const connection = openDatabase(file, "write");
migrateDatabase(connection, { backupsFolder: folder });
const read = makeReadStore(openDatabase(file, "read").db);
const writer = makeWriter(connection, { onCommit: (effects) => realtime.publish(effects) });
const unlimited = { rate: 1e9, burst: 1e9 };
const realtime = makeRealtime({
  feed: read.feed,
  snapshots: storedSnapshots(read, writer.transact, console.error),
  ...{ pageStore: new MemoryPages(), newClient: () => 2 },
  doorkeeper: {
    session: async (cookie) => ({ sessionId: cookie, memberId: cookie }),
    enter: async (memberId, room) => {
      const document = "document" in room ? room.document : "";
      return {
        kind: "open",
        seat: memberId,
        epoch: CURRENT_EPOCH,
        document,
        group: "group",
        presence: true,
        preview: true,
        writes: false,
      };
    },
  },
  origin: null,
  clock: Date.now,
  log: console,
  limits: { messages: unlimited, bytes: unlimited, syncs: unlimited },
});

let written = 0;
const server = createServer();
const commands = new WebSocketServer({ noServer: true, perMessageDeflate: false });
server.on("upgrade", (req, socket, head) => {
  if (realtime.handleUpgrade(req, socket, head)) return;
  const rooms = Number(new URL(req.url ?? "", "http://localhost").searchParams.get("rooms"));
  commands.handleUpgrade(req, socket, head, (ws) => {
    let n = 0;
    ws.on("message", (data: Buffer) => void write(benchRoom(n++ % rooms), [data.toString("latin1")]).catch(() => {}));
  });
});
answerParent(await listenAnywhere(server), (question) => fill(question as Filling));

async function write(room: string, bodies: readonly string[]): Promise<void> {
  const entries = bodies.map((body) => {
    const id = `${process.pid}-${written++}`.padStart(26, "0");
    const record = {
      id,
      root: id,
      parent: null,
      motivation: "commenting",
      status: "published",
      body,
      created: 1_700_000_000_000,
    };
    return { map: ANNOTATIONS, key: id, value: JSON.stringify(record) } as const;
  });
  await writer.transact(async (store) => {
    const { epoch, rows } = await store.feed.append(room, entries);
    store.effect({ kind: "rows", room, epoch, rows });
  });
}

type Filling = { readonly rooms: number; readonly notes: number };

/** Writes so many notes into each of so many rooms. */
async function fill({ rooms, notes }: Filling): Promise<void> {
  const body = "A note of about the length that readers write in a seminar. ".repeat(6);
  for (let n = 0; n < rooms; n++) {
    for (let left = notes; left > 0; left -= 1000)
      await write(benchRoom(n), Array<string>(Math.min(1000, left)).fill(body));
  }
}
