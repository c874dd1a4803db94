import { afterEach, beforeEach, expect, it } from "vitest";
import type { AssignmentService } from "#app/context/assignments.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { openSeminar, type Seminar } from "../annotations/test-seminar.ts";
import { makeAssignmentService } from "../assignments.ts";
import { standingIn } from "../rights.ts";
import { collectWork } from "./collect.ts";

const HOUR = 60 * 60 * 1000;

let s: Seminar;
let assignments: AssignmentService;
let id: string;
let due: number;

beforeEach(async () => {
  s = await openSeminar();
  const { read, writer, newId, time } = s.site;
  assignments = makeAssignmentService({ read, newId, transact: writer.transact, clock: () => time.now });
  id = newId();
  due = time.now + HOUR;
  await assignments.create(s.teacher, s.group, { id, template: "blank", title: "Read", document: s.text.id });
  const { version, ...brief } = await assignments.edit(s.teacher, id);
  const times = { zone: "UTC", opensAt: null, dueAt: due, closesAt: null };
  await assignments.change(s.teacher, id, version, { ...brief, times });
  await assignments.publish(s.teacher, id);
});
afterEach(() => s.site.close());

const write = async (viewer: Viewer, body: string) => {
  const standing = await standingIn(s.site.read, { memberId: viewer.id, documentId: s.text.id, now: s.site.time.now });
  const audience = standing?.rooms.find(({ kind }) => kind === "cohort")?.audience ?? "";
  return s.publish(viewer, { body, audience });
};
const collect = (now = s.site.time.now, transact = s.site.writer.transact) =>
  collectWork({ read: s.site.read, transact, newId: s.site.newId }, now);
const taken = async (viewer: Viewer) =>
  (await s.site.read.submissions.ofMember(id, viewer.id)).map(({ by, at, late, snapshot }) => [
    ...[by, at, late],
    snapshot.notes.map(({ words }) => words),
  ]);

it("takes work as it stood when it was due, however late it comes round", async () => {
  await write(s.ada, "One two three");
  const edited = await write(s.ada, "One two");
  s.site.time.now = due + HOUR;
  await write(s.ada, "Too late");
  await s.edit(s.ada, edited, "One two and many more", 1);
  await collect();
  expect(await taken(s.ada)).toEqual([["deadline", due, 0, [3, 2]]]);
  expect(await taken(s.ben)).toEqual([]);
});

it("takes nothing before it is due, and nothing twice", async () => {
  await write(s.ada, "One");
  await collect(due - 1);
  expect(await taken(s.ada)).toEqual([]);
  await collect(due);
  await collect(due + HOUR);
  expect(await taken(s.ada)).toHaveLength(1);
});

it("goes on after it was broken off in the middle of a class", async () => {
  await write(s.ada, "One");
  await write(s.ben, "One");
  let works = 0;
  const breaks: typeof s.site.writer.transact = (work) => {
    works += 1;
    return works > 1 ? Promise.reject(new Error("killed")) : s.site.writer.transact(work);
  };
  await expect(collect(due, breaks)).rejects.toThrow("killed");
  await collect(due + HOUR);
  expect([await taken(s.ada), await taken(s.ben)].map((one) => one.length)).toEqual([1, 1]);
});

it("waits for whom more time was given, and takes their work then", async () => {
  await assignments.extend(s.teacher, id, {
    for: { kind: "member", id: s.ben.id },
    dueAt: due + 2 * HOUR,
    closesAt: null,
  });
  await write(s.ben, "One");
  await collect(due + HOUR);
  expect(await taken(s.ben)).toEqual([]);
  s.site.time.now = due + HOUR;
  await write(s.ben, "One two");
  await collect(due + 3 * HOUR);
  expect(await taken(s.ben)).toEqual([["deadline", due + 2 * HOUR, 0, [1, 2]]]);
});

const giveMore = (to: Viewer, dueAt: number) =>
  assignments.extend(s.teacher, id, { for: { kind: "member", id: to.id }, dueAt, closesAt: null });

it("takes again what was written with time that was given after it was taken", async () => {
  await write(s.ada, "One");
  await write(s.ben, "One");
  await collect(due);
  await giveMore(s.ben, due + 2 * HOUR);
  await giveMore(s.ada, due + 2 * HOUR);
  s.site.time.now = due + HOUR;
  await write(s.ben, "One two");
  await collect(due + HOUR);
  expect(await taken(s.ben)).toHaveLength(1);
  await collect(due + 2 * HOUR);
  await collect(due + 3 * HOUR);
  expect(await taken(s.ben)).toEqual([
    ["deadline", due + 2 * HOUR, 0, [1, 2]],
    ["deadline", due, 0, [1]],
  ]);
  // Nothing came of it, so that what was taken is still all.
  expect(await taken(s.ada)).toEqual([["deadline", due, 0, [1]]]);
});

it("takes by the due time that holds, where it was moved after work was taken", async () => {
  await write(s.ada, "One");
  await collect(due);
  const { version, ...brief } = await assignments.edit(s.teacher, id);
  await assignments.change(s.teacher, id, version, { ...brief, times: { ...brief.times, dueAt: due + HOUR } });
  s.site.time.now = due + HOUR / 2;
  await write(s.ada, "One two");
  await collect(due + HOUR);
  expect((await taken(s.ada))[0]).toEqual(["deadline", due + HOUR, 0, [1, 2]]);
});

it("takes again what a clock that ran ahead had taken too early", async () => {
  await write(s.ada, "One");
  await collect(due + 48 * HOUR);
  expect(await taken(s.ada)).toHaveLength(1);
  await write(s.ada, "One two");
  await collect(due - 1);
  expect(await taken(s.ada)).toHaveLength(1);
  await collect(due);
  expect((await taken(s.ada))[0]).toEqual(["deadline", due, 0, [1, 2]]);
  const rows = (await taken(s.ada)).length;
  await collect(due + HOUR);
  expect(await taken(s.ada)).toHaveLength(rows);
});

it("takes nothing in place of what somebody handed in", async () => {
  await write(s.ada, "One");
  const notes = await s.site.read.submissions.notes({ assignment: id, member: s.ada.id, until: due });
  const row = { id: s.site.newId(), assignmentId: id, memberId: s.ada.id, n: 1, by: "member", late: 0 } as const;
  const snapshot = { version: 1, notes: [] };
  await s.site.writer.transact((store) => store.submissions.insert({ ...row, at: due - HOUR, snapshot }));
  expect(notes).toHaveLength(1);
  await collect(due);
  expect(await taken(s.ada)).toEqual([["member", due - HOUR, 0, []]]);
});

it("gives more time to nobody who does not do it", async () => {
  const forWhom = (kind: "member" | "section", whom: string) =>
    assignments.extend(s.teacher, id, { for: { kind, id: whom }, dueAt: due + HOUR, closesAt: null });
  for (const whom of [s.stranger.id, s.teacher.id, s.observer.id]) {
    await expect(forWhom("member", whom)).rejects.toMatchObject({ code: "not-found" });
  }
  await expect(forWhom("section", s.site.newId())).rejects.toMatchObject({ code: "not-found" });
});
