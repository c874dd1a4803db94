/** A course of 300 students, 40 assignments and 60,000 notes: its boards and its grade book, beside reading the notes alone. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ulid } from "ulid";
import type { Viewer } from "#app/context/viewer.ts";
import { type Connection, openDatabase } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { makeReadStore, type Store, type Transact } from "#db/store.ts";
import { makeWriter } from "#db/writer.ts";
import { makeAssignmentService } from "#server/services/assignments.ts";
import { makeBoardService } from "#server/services/board.ts";
import { makeOwnWorkService } from "#server/services/own-work.ts";
import { percentiles } from "./load.ts";
import { paragraphs } from "./prose.ts";
import { addText, memberOf } from "./queue-stage.ts";
import { row, table } from "./table.ts";

const STUDENTS = 300;
const ASSIGNMENTS = 40;
const NOTES = 60_000;
const TIMES = 30;

type Course = {
  readonly teacher: Viewer;
  readonly student: Viewer;
  readonly group: string;
  readonly assignments: readonly string[];
};

/** Aims: each of them within 200 ms. */
export async function board(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "glossa-bench-"));
  const write = openDatabase(join(folder, "glossa.sqlite"), "write");
  migrateDatabase(write, { backupsFolder: folder });
  const reader = openDatabase(join(folder, "glossa.sqlite"), "read");
  const writer = makeWriter(write, { onCommit: () => {} });
  const read = makeReadStore(reader.db);
  try {
    const course = await setCourse(write, { read, transact: writer.transact });
    await measure(course, { read, transact: writer.transact });
  } finally {
    await writer.close();
    reader.sqlite.close();
    write.sqlite.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Stores = { readonly read: Store; readonly transact: Transact };

async function measure({ teacher, student, group, assignments }: Course, stores: Stores): Promise<void> {
  const parts = { ...stores, origin: "http://localhost", clock: Date.now, newId: ulid };
  const service = makeBoardService(parts);
  const work = makeOwnWorkService(parts);
  const list = makeAssignmentService(parts);
  let turn = 0;
  const next = () => assignments[turn++ % ASSIGNMENTS] ?? "";
  const asks: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      "the notes of an assignment alone",
      () => stores.read.submissions.notes({ assignment: next(), member: null, until: Date.now() }),
    ],
    ["a board for the first time", () => service.open(teacher, next())],
    ["a board again", () => service.open(teacher, next())],
    ["the grade book", () => service.gradeBook(teacher, group)],
    ["a student's work", () => work.open(student, next())],
    ["the list of a student", () => list.list(student, group)],
    ["the list of a teacher", () => list.list(teacher, group)],
  ];
  table(`${STUDENTS} students, ${ASSIGNMENTS} assignments, ${NOTES} notes`, "what", "p50 ms", "p99 ms", "of the first");
  let first = 0;
  for (const [name, ask] of asks) {
    const times: number[] = [];
    for (let n = 0; n < (name.endsWith("first time") ? ASSIGNMENTS : TIMES); n += 1) {
      const began = performance.now();
      await ask();
      times.push(performance.now() - began);
    }
    const { p50, p99 } = percentiles(times);
    first ||= p50;
    row(name, p50.toFixed(1), p99.toFixed(1), (p50 / first).toFixed(1));
  }
}

async function setCourse({ sqlite }: Connection, { read, transact }: Stores): Promise<Course> {
  const now = Date.now();
  const group = ulid();
  const people = Array.from({ length: STUDENTS + 1 }, (_, n) => memberOf(ulid(), n));
  const [teacher, student] = people;
  if (teacher === undefined || student === undefined) throw new Error("A course needs somebody.");
  await transact(async (store) => {
    await store.groups.insert({ id: group, name: "Course", description: "", colourNames: {}, createdAt: now });
    await store.audiences.found({ groupId: group, now, newId: ulid });
    for (const person of people) {
      const role = person === teacher ? "teacher" : "member";
      const account = { ...person, settings: {}, emailKey: person.email, passwordHash: null, createdAt: now };
      await store.members.insert(account);
      await store.memberships.admit({ groupId: group, memberId: person.id, role, joinedAt: now });
      await store.audiences.admit({ groupId: group, memberId: person.id, role, now, newId: ulid });
    }
  });
  const text = { id: ulid(), revision: ulid() };
  await transact((store) => addText(store, { ...text, group, addedBy: teacher.id, now }));
  const service = makeAssignmentService({ read, transact, clock: Date.now, newId: ulid });
  const assignments: string[] = [];
  for (let n = 0; n < ASSIGNMENTS; n += 1) {
    const said = { template: "first-reading", title: `Reading ${n}`, document: text.id } as const;
    const { id } = await service.create(teacher, group, { ...said, id: ulid() });
    await service.publish(teacher, id);
    assignments.push(id);
  }
  const seats = sqlite.prepare<[string], { readonly member: string; readonly seat: string; readonly audience: string }>(
    `SELECT s.member_id AS member, s.id AS seat, u.id AS audience FROM audiences u JOIN seats s ON s.audience_id = u.id
     JOIN memberships m ON m.member_id = s.member_id AND m.role = 'member' WHERE u.assignment_id = ?`,
  );
  const note = sqlite.prepare(
    `INSERT INTO annotations (id, document_id, root_id, parent_id, creator_id, motivation, status, version, colour, tags,
       target, start, revision_id, created_at) VALUES (?, ?, ?, NULL, ?, 'commenting', 'published', 1, 'amber', '[]', ?, ?, ?, ?)`,
  );
  const body = sqlite.prepare("INSERT INTO annotation_revisions VALUES (?, ?, 1, ?, ?)");
  const placement = sqlite.prepare("INSERT INTO placements VALUES (?, ?, ?)");
  const words = paragraphs(40).join(" ");
  sqlite.transaction(() => {
    for (const assignment of assignments) {
      const here = seats.all(assignment);
      for (let n = 0; n < NOTES / ASSIGNMENTS; n += 1) {
        const by = here[n % here.length];
        if (by === undefined) continue;
        const [id, start] = [ulid(), (n * 137) % 9_000];
        const selector = [
          { type: "TextPositionSelector", start, end: start + 20 },
          { type: "TextQuoteSelector", exact: "", prefix: "", suffix: "" },
        ];
        const target = JSON.stringify({ state: "exact", source: text.revision, selector });
        note.run(id, text.id, id, by.member, target, start, text.revision, now - n);
        body.run(id, id, `${n} ${words}`, now - n);
        placement.run(id, by.audience, by.seat);
      }
    }
  })();
  return { teacher, student, group, assignments };
}
