/**
 * Two moderators decide and take back, three authors write, a reader reports, and the process is killed in the middle, again
 * and again: what was answered is in the record, the record replays to the tables, and nobody is shown what they may not see.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { z } from "zod";
import { reasons } from "#app/domain/moderation/reason.ts";
import { roomName } from "#app/rooms/names.ts";
import { openDatabase } from "#db/client.ts";
import { verify } from "#server/services/verification.ts";
import { listen, noteOn, postCommand, signInDemo } from "#tests/support/demo-client.ts";
import { buildPages, type ServerProcess, startServer } from "#tests/support/server-process.ts";
import { strayStatuses } from "./decision-deeds.ts";
import { visibleTo } from "./visibility-oracle.ts";

const RUNS = Math.min(40, Number(process.env.RUNS ?? 3));
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
/** Milliseconds after the first decision within which the process dies. */
const LONGEST = 400;

type Person = { readonly id: string; readonly cookie: string };
type Stage = {
  readonly document: string;
  readonly group: string;
  readonly audience: string;
  readonly moderators: readonly Person[];
  readonly authors: readonly Person[];
  readonly reader: Person;
};

let dataDir: string;
let server: ServerProcess;
let stage: Stage;
const notes: string[] = [];
/** Numbers of decisions that somebody was told, with the note that they are about. */
const told = new Map<number, string>();

beforeAll(async () => {
  buildPages();
  dataDir = mkdtempSync(join(tmpdir(), "glossa-decisions-"));
  server = await startServer({ DATA_DIR: dataDir });
  stage = await setStage();
}, 180_000);

afterAll(async () => {
  await server?.end("SIGTERM");
  rmSync(dataDir, { recursive: true, force: true });
});

it(`holds over ${RUNS} kills (SEED=${SEED})`, { timeout: 60_000 + RUNS * 25_000 }, async () => {
  let state = SEED;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  for (let run = 1; run <= RUNS; run += 1) {
    const before = told.size;
    await liveUntilKilled(random, () => told.size > before);
    const { findings, stray, lost } = await afterKill();
    expect({ run, findings, stray, lost }).toEqual({ run, findings: [], stray: [], lost: [] });
    server = await startServer({ DATA_DIR: dataDir });
    for (const person of [...stage.moderators, ...stage.authors, stage.reader]) await expectTrueView(person);
  }
});

async function liveUntilKilled(random: (below: number) => number, isUnderWay: () => boolean): Promise<void> {
  let alive = true;
  const { moderators, authors, reader, document } = stage;
  const repeat = async (deed: () => Promise<unknown>): Promise<void> => {
    // A connection that dies with the server is the end of it.
    while (alive) {
      if ((await deed().catch(() => null)) === null) return;
      await setImmediate();
    }
  };
  const writing = authors.map(({ cookie }, n) =>
    repeat(async () => {
      const command = noteOn(document, `Words of author ${n}, ${random(1_000_000)}`);
      if (await postCommand(server.url, cookie, command)) notes.push(command.id);
      return true;
    }),
  );
  const deciding = moderators.map(({ cookie }) => repeat(() => decide(cookie, random)));
  const reporting = repeat(async () => {
    const note = notes[random(Math.max(1, notes.length))] ?? "";
    await post(`/n/${note}/reports`, reader.cookie, { reason: "attack", words: "Look at this." });
    return true;
  });
  await vi.waitUntil(isUnderWay, { timeout: 30_000, interval: 2 });
  await new Promise((resolve) => setTimeout(resolve, random(LONGEST)));
  alive = false;
  await server.end("SIGKILL");
  await Promise.all([...writing, ...deciding, reporting]);
}

const decided = z.object({ value: z.object({ decision: z.number() }) });

async function decide(cookie: string, random: (below: number) => number): Promise<true> {
  const note = notes[random(Math.max(1, notes.length))];
  if (note === undefined) return true;
  const takesBack = random(4) === 0 ? [...told.keys()][random(Math.max(1, told.size))] : undefined;
  const verb = (["publish", "hide", "remove", "revise"] as const)[random(4)] ?? "hide";
  const reason = reasons[random(reasons.length)] ?? "other";
  const answer = await post(
    `/n/${note}/decisions`,
    cookie,
    takesBack === undefined
      ? { verb, version: String(1 + random(3)), reason, toAuthor: "", toStaff: "" }
      : { intent: "undo", decision: String(takesBack) },
  );
  const parsed = decided.safeParse(answer);
  const about = takesBack === undefined ? note : (told.get(takesBack) ?? note);
  if (parsed.success) told.set(parsed.data.value.decision, about);
  return true;
}

async function post(path: string, cookie: string, form: Readonly<Record<string, string>>): Promise<unknown> {
  const headers = { Cookie: cookie, Origin: server.url };
  const answer = await fetch(`${server.url}${path}`, { method: "POST", headers, body: new URLSearchParams(form) });
  expect(answer.status).toBeLessThan(500);
  return answer.json();
}

async function afterKill() {
  const connection = openDatabase(join(dataDir, "glossa.sqlite"), "write");
  try {
    const { findings } = await verify(connection);
    const kept = connection.sqlite.prepare<[number], string>("SELECT subject_id FROM decisions WHERE seq = ?").pluck();
    const lost = [...told].filter(([seq, note]) => kept.get(seq) !== note).map(([seq]) => seq);
    return { findings, lost, stray: strayStatuses(connection.sqlite).filter((id) => notes.includes(id)) };
  } finally {
    connection.sqlite.close();
  }
}

/** What comes to somebody who opens the readers' room anew is what the tables say that they may see. */
async function expectTrueView({ id, cookie }: Person): Promise<void> {
  const room = roomName({ kind: "reading", document: stage.document, audience: stage.audience });
  const { sqlite } = openDatabase(join(dataDir, "glossa.sqlite"), "read");
  const listener = listen(server.url, cookie, room);
  try {
    await vi.waitUntil(() => listener.provider.synced, { timeout: 20_000 });
    const visible = visibleTo(sqlite, id, { id: stage.document, group: stage.group });
    const shown = [...listener.notes()].filter(([, note]) => note !== null);
    const wrong = shown.filter(([note, { body }]) => body !== "" && body !== visible[note]?.body);
    expect(wrong).toEqual([]);
    const published = Object.entries(visible).filter(
      ([note, { status }]) => status === "published" && notes.includes(note),
    );
    const there = new Set(shown.map(([note]) => note));
    expect(published.filter(([note]) => !there.has(note))).toEqual([]);
  } finally {
    listener.close();
    sqlite.close();
  }
}

/** A group of the demo with two moderators, three authors and a reader. */
async function setStage(): Promise<Stage> {
  const { sqlite } = openDatabase(join(dataDir, "glossa.sqlite"), "read");
  const text = sqlite
    .prepare<[], { readonly document: string; readonly audience: string; readonly group: string }>(
      `SELECT d.id AS document, a.id AS audience, d.group_id AS "group" FROM documents d
       JOIN audiences a ON a.group_id = d.group_id AND a.kind = 'group' ORDER BY
       (SELECT count(*) FROM memberships m WHERE m.group_id = d.group_id) DESC, d.id LIMIT 1`,
    )
    .get();
  if (text === undefined) throw new Error("The demo has no text.");
  const roles = sqlite
    .prepare<[string], { readonly id: string; readonly role: string }>(
      "SELECT member_id AS id, role FROM memberships WHERE group_id = ? AND role <> 'observer' ORDER BY member_id",
    )
    .all(text.group);
  sqlite.close();
  const signIn = ({ id }: { readonly id: string }) => signInDemo(server.url, id).then((cookie) => ({ id, cookie }));
  const staff = roles.filter(({ role }) => role !== "member").slice(0, 2);
  const [first, second, third, reader] = roles.filter(({ role }) => role === "member");
  if (first === undefined || second === undefined || third === undefined || reader === undefined) {
    throw new Error("The demo has too few members.");
  }
  return {
    ...text,
    moderators: await Promise.all(staff.map(signIn)),
    authors: await Promise.all([first, second, third].map(signIn)),
    reader: await signIn(reader),
  };
}
