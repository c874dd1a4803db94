/** Promise: kill -9 at any moment loses nothing that was answered, and nothing that another reader has seen. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { roomName } from "#app/rooms/names.ts";
import { openDatabase } from "#db/client.ts";
import { verify } from "#server/services/verification.ts";
import { type Listener, listen, noteOn, postCommand, signInDemo } from "#tests/support/demo-client.ts";
import { buildPages, type ServerProcess, startServer } from "#tests/support/server-process.ts";

const RUNS = Number(process.env.RUNS ?? 20);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const WRITERS = 50;
const READERS = 4;
/** Milliseconds after the first answer within which the process dies. */
const LONGEST = 300;

type Stage = { readonly document: string; readonly room: string; readonly cookies: readonly string[] };

let dataDir: string;
let server: ServerProcess;
let stage: Stage;
/** Ids with their bodies: everything that a writer was told is stored, and everything that a reader has been shown. */
const answered = new Map<string, string>();
const seen = new Map<string, string>();

beforeAll(async () => {
  buildPages();
  dataDir = mkdtempSync(join(tmpdir(), "glossa-kill-"));
  server = await startServer({ DATA_DIR: dataDir });
  stage = await setStage();
}, 180_000);

afterAll(async () => {
  await server?.end("SIGTERM");
  rmSync(dataDir, { recursive: true, force: true });
});

it(`loses nothing in ${RUNS} kills (SEED=${SEED})`, { timeout: 60_000 + RUNS * 20_000 }, async () => {
  const random = randomFrom(SEED);
  for (let run = 1; run <= RUNS; run += 1) {
    const before = answered.size;
    await writeUntilKilled(run, random() * LONGEST);
    expect(answered.size, `run ${run} answered nothing`).toBeGreaterThan(before);
    expect(await findings()).toEqual([]);
    server = await startServer({ DATA_DIR: dataDir });
    const stored = await wholeRoom();
    expect(missing(answered, stored), `answered and lost in run ${run}`).toEqual([]);
    expect(missing(seen, stored), `seen and lost in run ${run}`).toEqual([]);
  }
  expect(seen.size).toBeGreaterThan(0);
});

/** The demo's twelve people, and the first text of a group with most of them. */
async function setStage(): Promise<Stage> {
  const { sqlite } = openDatabase(join(dataDir, "glossa.sqlite"), "read");
  const text = sqlite
    .prepare<[], { readonly document: string; readonly audience: string; readonly group: string }>(
      `SELECT d.id AS document, a.id AS audience, d.group_id AS "group" FROM documents d
       JOIN audiences a ON a.group_id = d.group_id AND a.kind = 'group' ORDER BY d.id LIMIT 1`,
    )
    .get();
  if (text === undefined) throw new Error("The demo has no text.");
  const members = sqlite
    .prepare<[string], string>("SELECT member_id FROM memberships WHERE group_id = ? AND role <> 'observer'")
    .pluck()
    .all(text.group);
  sqlite.close();
  const cookies: string[] = [];
  for (const member of members) cookies.push(await signInDemo(server.url, member));
  const { document, audience } = text;
  return { document, cookies, room: roomName({ kind: "reading", document, audience }) };
}

async function writeUntilKilled(run: number, delay: number): Promise<void> {
  const readers = Array.from({ length: READERS }, (_, n) => listen(server.url, cookieOf(n), stage.room));
  for (const reader of readers) noteWhatIsSeen(reader);
  await vi.waitUntil(() => readers.every((reader) => reader.provider.synced), { timeout: 20_000 });
  const before = answered.size;
  let alive = true;
  const writers = Array.from({ length: WRITERS }, (_, n) => write(`run ${run}, writer ${n}`, cookieOf(n), () => alive));
  await vi.waitUntil(() => answered.size > before, { timeout: 20_000, interval: 2 });
  await new Promise((resolve) => setTimeout(resolve, delay));
  alive = false;
  await server.end("SIGKILL");
  await Promise.all(writers);
  for (const reader of readers) reader.close();
}

/** Posts one note after the other; a connection that dies with the server is the end of it. */
async function write(name: string, cookie: string, alive: () => boolean): Promise<void> {
  for (let n = 1; alive(); n += 1) {
    const command = noteOn(stage.document, `${name}, note ${n}`);
    const stored = await postCommand(server.url, cookie, command).catch(() => null);
    if (stored === null) return;
    if (stored) answered.set(command.id, command.body);
  }
}

function noteWhatIsSeen(reader: Listener): void {
  reader.doc.on("update", () => {
    for (const [id, note] of reader.notes()) if (note !== null) seen.set(id, note.body);
  });
}

/** What a reader who comes anew is shown after the restart. */
async function wholeRoom(): Promise<ReadonlyMap<string, string>> {
  const reader = listen(server.url, cookieOf(0), stage.room);
  try {
    await vi.waitUntil(() => reader.provider.synced, { timeout: 20_000 });
    return new Map([...reader.notes()].map(([id, note]) => [id, note.body]));
  } finally {
    reader.close();
  }
}

async function findings(): Promise<readonly string[]> {
  const connection = openDatabase(join(dataDir, "glossa.sqlite"), "write");
  try {
    return (await verify(connection)).findings;
  } finally {
    connection.sqlite.close();
  }
}

function missing(wanted: ReadonlyMap<string, string>, stored: ReadonlyMap<string, string>): readonly string[] {
  return [...wanted].filter(([id, body]) => stored.get(id) !== body).map(([, body]) => body);
}

function cookieOf(n: number): string {
  return stage.cookies[n % stage.cookies.length] ?? "";
}

/** Mulberry32: a small generator whose whole state is the printed seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
