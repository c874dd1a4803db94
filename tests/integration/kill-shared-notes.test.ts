/** Promise: kill -9 in the middle of writing loses nothing of a shared page that anybody else has seen or was told is stored. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { roomName } from "#app/rooms/names.ts";
import { PAGE, PAGE_EPOCH } from "#app/rooms/shared-page.ts";
import { openDatabase } from "#db/client.ts";
import { type Listener, listen, signInDemo } from "#tests/support/demo-client.ts";
import { buildPages, type ServerProcess, startServer } from "#tests/support/server-process.ts";

const RUNS = Number(process.env.RUNS ?? 3);
const WRITERS = 4;
/** Lines that have been seen by somebody else when the process dies. */
const ENOUGH = 40;

let dataDir: string;
let server: ServerProcess;
let room: string;
let cookies: readonly string[];

beforeAll(async () => {
  buildPages();
  dataDir = mkdtempSync(join(tmpdir(), "glossa-kill-page-"));
  server = await startServer({ DATA_DIR: dataDir });
  const { sqlite } = openDatabase(join(dataDir, "glossa.sqlite"), "read");
  const text = sqlite
    .prepare<[], { readonly document: string; readonly audience: string; readonly group: string }>(
      `SELECT d.id AS document, a.id AS audience, d.group_id AS "group" FROM documents d
       JOIN audiences a ON a.group_id = d.group_id AND a.kind = 'group' ORDER BY d.id LIMIT 1`,
    )
    .get();
  if (text === undefined) throw new Error("The demo has no text.");
  const members = sqlite
    .prepare<[string], string>("SELECT member_id FROM memberships WHERE group_id = ? AND role <> 'observer' LIMIT 4")
    .pluck()
    .all(text.group);
  sqlite.close();
  room = roomName({ kind: "notes", document: text.document, audience: text.audience });
  cookies = await Promise.all(members.map((member) => signInDemo(server.url, member)));
}, 180_000);

afterAll(async () => {
  await server?.end("SIGTERM");
  rmSync(dataDir, { recursive: true, force: true });
});

it(`loses nothing in ${RUNS} kills`, { timeout: 60_000 + RUNS * 20_000 }, async () => {
  for (let run = 1; run <= RUNS; run += 1) {
    const seen = await writeUntilKilled(run);
    server = await startServer({ DATA_DIR: dataDir });
    const stored = await storedLines();
    expect([...seen].filter((line) => !stored.has(line))).toEqual([]);
    expect(seen.size).toBeGreaterThanOrEqual(ENOUGH);
  }
});

/** Gives the lines that somebody other than their writer has seen. */
async function writeUntilKilled(run: number): Promise<ReadonlySet<string>> {
  const writers = Array.from({ length: WRITERS }, (_, n) =>
    listen(server.url, cookies[n % cookies.length] ?? "", room, PAGE_EPOCH),
  );
  await vi.waitUntil(() => writers.every(({ provider }) => provider.synced), { timeout: 20_000 });
  const seen = new Set<string>();
  let lines = 0;
  for (const [n, { doc, provider }] of writers.entries()) {
    doc.on("update", (_: Uint8Array, origin: unknown) => {
      if (origin !== provider) return;
      for (const line of linesOf(doc)) if (!line.startsWith(`${run}/${n}/`)) seen.add(line);
    });
  }
  const timer = setInterval(() => {
    for (const [n, { doc }] of writers.entries()) write(doc, `${run}/${n}/${lines++}`);
  }, 5);
  await vi.waitUntil(() => seen.size >= ENOUGH, { timeout: 20_000, interval: 1 });
  await server.end("SIGKILL");
  clearInterval(timer);
  for (const writer of writers) writer.close();
  return seen;
}

async function storedLines(): Promise<ReadonlySet<string>> {
  const reader: Listener = listen(server.url, cookies[0] ?? "", room, PAGE_EPOCH);
  try {
    await vi.waitUntil(() => reader.provider.synced, { timeout: 20_000 });
    return new Set(linesOf(reader.doc));
  } finally {
    reader.close();
  }
}

function write(doc: Y.Doc, line: string): void {
  doc.transact(() => {
    const block = new Y.XmlElement("paragraph");
    doc.getXmlFragment(PAGE).push([block]);
    block.push([new Y.XmlText(line)]);
  });
}

function linesOf(doc: Y.Doc): readonly string[] {
  return doc
    .getXmlFragment(PAGE)
    .toArray()
    .map((block) => block.toString().replaceAll(/<[^>]*>/gu, ""));
}
