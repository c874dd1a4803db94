/**
 * A class writes and hands in at once, and the process is killed in the middle, again and again: what was answered is there,
 * each is there once and exactly as it was when it was handed in. Then the work of the others is taken as it stood when it
 * was due, and the process is killed in the middle of that.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Snapshot } from "#app/domain/assignment/snapshot.ts";
import { openDatabase } from "#db/client.ts";
import { verify } from "#server/services/verification.ts";
import { noteOn, postCommand } from "#tests/support/demo-client.ts";
import { buildPages, type ServerProcess, startServer } from "#tests/support/server-process.ts";
import { type CourseStage, type Student, setCourse } from "./course-stage.ts";

const RUNS = Math.min(20, Number(process.env.RUNS ?? 2));
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const STUDENTS = 300;
/** Of four for each student, the answers after which the process dies: some are writing, some hand in, some are done. */
const ANSWERS = STUDENTS * 4;

type Note = ReturnType<typeof noteOn>;
/** What one student does, in this order; each step is asked for again, with the same id, until it was answered. */
type Plan = Student & {
  readonly before: readonly [Note, Note];
  /** The id of the submission; null for who does not hand in. */
  readonly submission: string | null;
  readonly after: Note;
  done: number;
};

let dataDir: string;
let server: ServerProcess;
let stage: CourseStage;
let plans: readonly Plan[];

beforeAll(async () => {
  buildPages();
  dataDir = mkdtempSync(join(tmpdir(), "glossa-handing-in-"));
  stage = await setCourse(dataDir, STUDENTS, Date.now());
  plans = stage.students.map((student, n) => ({
    ...student,
    before: [note(`One two ${n}`), note("Three")],
    submission: n % 3 === 0 ? null : note("").id,
    after: note("Too late for what was handed in"),
    done: 0,
  }));
  server = await start();
}, 180_000);

afterAll(async () => {
  await server?.end("SIGTERM");
  rmSync(dataDir, { recursive: true, force: true });
});

it(`keeps each work exactly, over ${RUNS} kills (SEED=${SEED})`, { timeout: 240_000 + RUNS * 30_000 }, async () => {
  let state = SEED;
  const random = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  for (let run = 1; run <= RUNS; run += 1) {
    await handInUntil(1 + random(Math.ceil(ANSWERS / RUNS)));
    expect({ run, lost: lost() }).toEqual({ run, lost: [] });
    server = await start();
  }
  await handInUntil(null);
  expect(plans.every(({ done }) => done === 4)).toBe(true);
  expect(wrong("member", ({ submission }) => submission !== null)).toEqual([]);

  // Due just before the last of those who did not hand in wrote what they wrote last.
  const dueAt = dueBetween();
  for (let run = 1; run <= RUNS && !isCollected(); run += 1) {
    const before = taken();
    server = await start();
    await vi.waitUntil(() => taken() > before || isCollected(), { timeout: 60_000, interval: 1 });
    await server.end("SIGKILL");
  }
  server = await start();
  await vi.waitUntil(isCollected, { timeout: 60_000 });
  expect(wrong("deadline", ({ submission }) => submission === null, dueAt)).toEqual([]);
  expect(wrong("member", ({ submission }) => submission !== null)).toEqual([]);
  const connection = openDatabase(join(dataDir, "glossa.sqlite"), "read");
  expect((await verify(connection)).findings).toEqual([]);
  connection.sqlite.close();
});

function start(): Promise<ServerProcess> {
  return startServer({ DATA_DIR: dataDir, GLOSSA_DEMO: "0" });
}

function note(body: string): Note {
  return noteOn(stage.document, body);
}

/** Everybody goes on where they were; the process dies after so many more answers, or at the end. */
async function handInUntil(answers: number | null): Promise<void> {
  let alive = true;
  let answered = 0;
  const going = plans.map(async (plan) => {
    while (alive && plan.done < 4) {
      // A connection that dies with the server is the end of it; a server with too much to do is asked again.
      const isDone = await step(plan).catch(() => null);
      if (isDone === null) return;
      if (isDone) {
        plan.done += 1;
        answered += 1;
      } else await setImmediate();
    }
  });
  const isOver = () => plans.every(({ done }) => done === 4);
  await vi.waitUntil(() => isOver() || (answers !== null && answered >= answers), { timeout: 120_000, interval: 1 });
  alive = false;
  await server.end("SIGKILL");
  await Promise.all(going);
}

function step({ cookie, before, submission, after, done }: Plan): Promise<boolean> {
  const command = [before[0], before[1], null, after][done] ?? null;
  if (command !== null) return postCommand(server.url, cookie, { ...command, audience: stage.audience });
  return submission === null ? Promise.resolve(true) : handIn(cookie, submission);
}

async function handIn(cookie: string, id: string): Promise<boolean> {
  const answer = await fetch(`${server.url}/assignments/${stage.assignment}.data`, {
    method: "POST",
    headers: { Cookie: cookie, Origin: server.url },
    body: new URLSearchParams({ intent: "hand-in", id }),
  });
  await answer.arrayBuffer();
  return answer.ok;
}

type Row = {
  readonly id: string;
  readonly member: string;
  readonly by: string;
  readonly at: number;
  readonly snapshot: string;
};

function read<T>(work: (all: <R>(sql: string) => R[]) => T): T {
  const { sqlite } = openDatabase(join(dataDir, "glossa.sqlite"), "read");
  try {
    return work(<R>(sql: string) => sqlite.prepare<[], R>(sql).all());
  } finally {
    sqlite.close();
  }
}

const submitted = () =>
  read((all) => all<Row>(`SELECT id, member_id AS member, "by", at, snapshot FROM submissions ORDER BY member_id, n`));
const taken = () =>
  read((all) => all<{ n: number }>(`SELECT count(*) AS n FROM submissions WHERE "by" = 'deadline'`)[0]?.n ?? 0);
const isCollected = () =>
  read((all) => all<{ at: number | null }>("SELECT collected_at AS at FROM assignments")[0]?.at != null);

/** Ids that were answered with success and are not there. */
function lost(): readonly string[] {
  const kept = new Set(submitted().map(({ id }) => id));
  const notes = new Set(read((all) => all<{ id: string }>("SELECT id FROM annotations")).map(({ id }) => id));
  return plans.flatMap(({ before, submission, after, done }) => {
    const written = [...before.slice(0, done), ...(done > 3 ? [after] : [])].map(({ id }) => id);
    const handed = done > 2 && submission !== null && !kept.has(submission) ? [submission] : [];
    return [...written.filter((id) => !notes.has(id)), ...handed];
  });
}

/** Students whose work is not there exactly once, or not exactly as it was. */
function wrong(by: "member" | "deadline", who: (plan: Plan) => boolean, dueAt?: number): readonly string[] {
  const rows = submitted();
  const created = new Map(
    read((all) => all<{ id: string; at: number }>("SELECT id, created_at AS at FROM annotations")).map(({ id, at }) => [
      id,
      at,
    ]),
  );
  return plans.filter(who).flatMap(({ id, before, after, submission }) => {
    const written = dueAt === undefined ? before : [...before, after];
    const expected = written.filter((one) => dueAt === undefined || (created.get(one.id) ?? 0) <= dueAt);
    const due = expected.map((one) => `${one.id} ${one.body.split(" ").length}`);
    const mine = rows.filter(({ member }) => member === id);
    const [row] = mine;
    const snapshot: Snapshot | null = row === undefined ? null : JSON.parse(row.snapshot);
    const there = snapshot?.notes.map((one) => `${one.id} ${one.words}`) ?? [];
    const isRight =
      mine.length === (due.length === 0 ? 0 : 1) &&
      (row === undefined || (row.by === by && (submission === null || row.id === submission))) &&
      there.sort().join() === due.sort().join();
    return isRight ? [] : [`${id}: ${mine.length} works, ${there} instead of ${due}`];
  });
}

/** Moves the due time to a moment in which some had written everything and others had not, and gives it. */
function dueBetween(): number {
  const lasts = new Set(plans.flatMap(({ after, submission }) => (submission === null ? [after.id] : [])));
  const { sqlite } = openDatabase(join(dataDir, "glossa.sqlite"), "write");
  const times = sqlite
    .prepare<[], { id: string; at: number }>("SELECT id, created_at AS at FROM annotations ORDER BY created_at, id")
    .all()
    .flatMap(({ id, at }) => (lasts.has(id) ? [at] : []));
  const dueAt = times[Math.floor(times.length / 2)] ?? 0;
  sqlite.prepare("UPDATE assignments SET due_at = ?").run(dueAt);
  sqlite.close();
  return dueAt;
}
