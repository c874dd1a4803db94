import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AssignmentService, BriefInput } from "#app/context/assignments.ts";
import type { BoardService } from "#app/context/board.ts";
import type { OwnWorkService } from "#app/context/own-work.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import { makeAssignmentService } from "./assignments.ts";
import { makeBoardService } from "./board.ts";
import { makeOwnWorkService } from "./own-work.ts";
import { standingIn } from "./rights.ts";

const DAY = 24 * 60 * 60 * 1000;
const NOON = Date.parse("2026-10-24T12:00Z");

let s: Seminar;
let assignments: AssignmentService;
let work: OwnWorkService;
let board: BoardService;
let id: string;

beforeEach(async () => {
  s = await openSeminar();
  const { read, writer, newId, time } = s.site;
  time.now = NOON;
  const parts = { read, newId, origin: "https://glossa.test", transact: writer.transact, clock: () => time.now };
  [assignments, work, board] = [makeAssignmentService(parts), makeOwnWorkService(parts), makeBoardService(parts)];
  id = await set({});
});
afterEach(() => s.site.close());

async function set(over: Partial<BriefInput>): Promise<string> {
  const made = s.site.newId();
  await assignments.create(s.teacher, s.group, { id: made, template: "blank", title: "Read it", document: s.text.id });
  await change(over, made);
  await assignments.publish(s.teacher, made);
  return made;
}

async function change(over: Partial<BriefInput>, which = id): Promise<void> {
  const { version, ...brief } = await assignments.edit(s.teacher, which);
  await assignments.change(s.teacher, which, version, { ...brief, ...over });
}

const write = async (viewer: Viewer, body: string) => {
  const standing = await standingIn(s.site.read, { memberId: viewer.id, documentId: s.text.id, now: s.site.time.now });
  for (const { kind, audience } of standing?.rooms ?? []) {
    if (kind === "cohort" && (await s.site.read.cohorts.assignmentOf(audience)) === id) {
      return s.publish(viewer, { body, audience });
    }
  }
  throw new Error("is in no audience of the assignment");
};
const snapshots = async (viewer: Viewer) =>
  (await s.site.read.submissions.ofMember(id, viewer.id)).map(({ snapshot }) =>
    snapshot.notes.map(({ words }) => words),
  );

describe("handing in", () => {
  it("freezes which notes in which wording, whatever is written later", async () => {
    const note = await write(s.ada, "One two three");
    await work.handIn(s.ada, id, s.site.newId());
    await s.edit(s.ada, note, "One", 1);
    await write(s.ada, "One two");
    expect(await snapshots(s.ada)).toEqual([[3]]);
    await work.handIn(s.ada, id, s.site.newId());
    expect(await snapshots(s.ada)).toEqual([[1, 2], [3]]);
  });

  it("shows beforehand which notes it takes, and which of them count", async () => {
    await change({ requirements: [{ kind: "notes", count: 1, minWords: 2 }] });
    await write(s.ada, "One **two**");
    await write(s.ada, "One");
    await write(s.ben, "One two");
    expect((await work.open(s.ada, id)).written).toMatchObject([
      { excerpt: "One two", words: 2, counts: true },
      { excerpt: "One", words: 1, counts: false },
    ]);
    expect((await work.beside(s.ada, s.text.id))[0]).not.toHaveProperty("written");
  });

  it("with an id that was used for another assignment, or by another member, hands nothing in", async () => {
    const used = s.site.newId();
    await work.handIn(s.ada, id, used);
    const other = await set({});
    await expect(work.handIn(s.ada, other, used)).rejects.toMatchObject({ code: "conflict" });
    await expect(work.handIn(s.ben, id, used)).rejects.toMatchObject({ code: "conflict" });
    expect(await s.site.read.submissions.ofMember(other, s.ada.id)).toEqual([]);
    expect(await s.site.read.submissions.ofMember(id, s.ben.id)).toEqual([]);
  });

  it("takes along what was written before the clock was set back", async () => {
    await write(s.ada, "One two");
    s.site.time.now = NOON - DAY;
    expect(await work.open(s.ada, id)).toMatchObject({ notes: 1, state: "started" });
    await work.handIn(s.ada, id, s.site.newId());
    expect(await snapshots(s.ada)).toEqual([[2]]);
  });

  it("says in the zone of the reader when it opens and when it closed", async () => {
    const times = { zone: "UTC", opensAt: NOON + DAY, dueAt: null, closesAt: NOON + 2 * DAY };
    await change({ times });
    const inBerlin = { ...s.ada, timeZone: "Europe/Berlin" };
    const early = work.handIn(inBerlin, id, s.site.newId());
    // Clocks go back in the night of 25 October 2026, from two hours before UTC to one.
    await expect(early).rejects.toMatchObject({
      code: "locked",
      message: expect.stringContaining("25 Oct 2026, 13:00"),
    });
    s.site.time.now = NOON + 2 * DAY;
    const late = work.handIn(inBerlin, id, s.site.newId());
    await expect(late).rejects.toMatchObject({
      code: "locked",
      message: expect.stringContaining("26 Oct 2026, 13:00"),
    });
  });

  it("is over where the assignment is archived, which its page knows", async () => {
    expect(await work.open(s.ada, id)).toMatchObject({ mayHandIn: true });
    await assignments.archive(s.teacher, id, true);
    expect(await work.open(s.ada, id)).toMatchObject({ mayHandIn: false });
    await expect(work.handIn(s.ada, id, s.site.newId())).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("what lateness took off", () => {
  const late = (percent: number) => ({
    times: { zone: "Europe/Berlin", opensAt: null, dueAt: NOON, closesAt: null },
    late: { grace: 0, penalty: { kind: "per-day" as const, percent, most: 100 } },
    scheme: { kind: "points" as const, points: 10, rubric: [] },
  });
  const graded = async (points: number | null) => {
    const given = { member: s.ada.id, comment: "", isExcused: false, version: 0, reason: "as I read it" };
    await board.grade(s.teacher, id, { ...given, points });
    await board.release(s.teacher, id);
    return (await work.open(s.ada, id)).feedback;
  };

  it.each([
    ["is said where the rules gave the points", 20, 8, 2],
    ["is not said of points that a marker gave for other reasons", 20, 9, 0],
    ["may be everything", 100, 0, 10],
  ])("%s", async (_, percent, points, penalty) => {
    await change(late(percent));
    // A day of 25 hours, to its last moment.
    s.site.time.now = NOON + DAY + DAY / 24;
    await work.handIn(s.ada, id, s.site.newId());
    expect(await graded(points)).toMatchObject({ points, penalty });
  });

  it("is that of the work that was graded, not of what was handed in afterwards", async () => {
    await change(late(20));
    await work.handIn(s.ada, id, s.site.newId());
    expect(await graded(10)).toMatchObject({ penalty: 0 });
    s.site.time.now = NOON + 3 * DAY;
    await work.handIn(s.ada, id, s.site.newId());
    expect((await work.open(s.ada, id)).feedback).toMatchObject({ points: 10, penalty: 0 });
  });

  it("is taken from what the rubric gave, of which the student sees the levels", async () => {
    const level = (level: string, points: number) => ({ id: level, title: level, points, descriptor: `${level} it` });
    const rubric = [{ id: "c", title: "Evidence", levels: [level("quoted", 4), level("named", 2)] }];
    await change({ ...late(20), scheme: { kind: "points", points: 10, rubric } });
    s.site.time.now = NOON + DAY;
    await work.handIn(s.ada, id, s.site.newId());
    const given = { member: s.ada.id, comment: "", isExcused: false, version: 0, reason: "", levels: { c: "named" } };
    await board.grade(s.teacher, id, { ...given, points: 4 });
    await board.release(s.teacher, id);
    expect((await work.open(s.ada, id)).feedback).toMatchObject({
      ...{ points: 4, penalty: 1 },
      criteria: [{ title: "Evidence", level: { title: "named", descriptor: "named it" } }],
    });
  });

  it("is nothing any more once more time was given", async () => {
    await change(late(20));
    s.site.time.now = NOON + DAY;
    await work.handIn(s.ada, id, s.site.newId());
    expect(await work.open(s.ada, id)).toMatchObject({ state: "late", handIns: [{ late: DAY }] });
    await assignments.extend(s.teacher, id, {
      for: { kind: "member", id: s.ada.id },
      dueAt: NOON + DAY,
      closesAt: null,
    });
    expect(await work.open(s.ada, id)).toMatchObject({ state: "handed-in", handIns: [{ late: 0 }] });
  });
});
