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

const [HOUR, DAY] = [60 * 60 * 1000, 24 * 60 * 60 * 1000];

let s: Seminar;
let assignments: AssignmentService;
let work: OwnWorkService;
let board: BoardService;
let id: string;

beforeEach(async () => {
  s = await openSeminar();
  const { read, writer, newId, time } = s.site;
  const parts = { read, newId, origin: "https://glossa.test", transact: writer.transact, clock: () => time.now };
  [assignments, work, board] = [makeAssignmentService(parts), makeOwnWorkService(parts), makeBoardService(parts)];
  id = newId();
});
afterEach(() => s.site.close());

const code = (promise: Promise<unknown>) => promise.then(() => "done").catch((thrown: { code: string }) => thrown.code);

async function set(over: Partial<BriefInput> = {}): Promise<string> {
  await assignments.create(s.teacher, s.group, { id, template: "blank", title: "Read it", document: s.text.id });
  await change(over);
  await assignments.publish(s.teacher, id);
  return id;
}

async function change(over: Partial<BriefInput>, viewer = s.teacher): Promise<void> {
  const {
    choice: _,
    group: __,
    state: ___,
    gate: ____,
    extensions: _____,
    hasWork: ______,
    version,
    ...brief
  } = await assignments.edit(viewer, id);
  await assignments.change(viewer, id, version, { ...brief, ...over });
}

const standing = async (viewer: Viewer) => {
  const found = await standingIn(s.site.read, { memberId: viewer.id, documentId: s.text.id, now: s.site.time.now });
  if (found === null) throw new Error("is not in the group");
  return found;
};
const cohort = async (viewer: Viewer) => {
  const { rooms, shut } = await standing(viewer);
  return [...rooms, ...shut].find(({ kind }) => kind === "cohort")?.audience ?? "";
};
const write = async (viewer: Viewer, body: string, prompt?: string) =>
  s.publish(viewer, { body, audience: await cohort(viewer), ...(prompt === undefined ? {} : { prompt }) });
/** Bodies that the member's rooms of the text hold. */
async function seenBy(viewer: Viewer): Promise<readonly string[]> {
  const seen = new Set<string>();
  for (const { name } of (await standing(viewer)).rooms) {
    const head = await s.site.read.feed.head(name);
    const rows = head === null ? [] : await s.site.read.feed.rows(name, head.epoch, 1, head.seq);
    for (const { map, value } of rows) if (map === "annotations") seen.add(JSON.parse(value ?? "null")?.body ?? "");
  }
  return [...seen].filter((body) => body !== "").sort();
}

describe("an assignment", () => {
  it("is a draft that only staff know of until it is published", async () => {
    await assignments.create(s.teacher, s.group, { id, template: "first-reading", title: "Read", document: s.text.id });
    expect((await assignments.list(s.ada, s.group)).lines).toEqual([]);
    expect(await code(work.open(s.ada, id))).toBe("not-found");
    expect((await assignments.list(s.teacher, s.group)).lines).toMatchObject([
      { state: "draft", counts: { students: 2 } },
    ]);
    await assignments.publish(s.teacher, id);
    expect((await assignments.list(s.ada, s.group)).lines).toMatchObject([{ id, work: "not-started", counts: null }]);
    expect((await s.site.read.record.list({}, 1))[0]).toMatchObject({ verb: "assignment.publish", subject: { id } });
  });

  it("needs a text and an order of its times to be published", async () => {
    await assignments.create(s.teacher, s.group, { id, template: "blank", title: "Read", document: null });
    await expect(assignments.publish(s.teacher, id)).rejects.toMatchObject({ fields: { texts: expect.any(String) } });
    const times = { zone: "UTC", opensAt: 5, dueAt: 3, closesAt: null };
    await expect(change({ times })).rejects.toMatchObject({ fields: { dueAt: expect.any(String) } });
    const foreign = [{ document: s.site.newId(), passages: [] }];
    await expect(change({ texts: foreign })).rejects.toMatchObject({ fields: { texts: expect.any(String) } });
  });

  it("meets a conflict where two teachers change it", async () => {
    await set();
    const {
      version,
      choice: _,
      group: __,
      state: ___,
      gate: ____,
      extensions: _____,
      hasWork: ______,
      ...brief
    } = await assignments.edit(s.teacher, id);
    await assignments.change(s.teacher, id, version, { ...brief, title: "One" });
    expect(await code(assignments.change(s.teacher, id, version, { ...brief, title: "Two" }))).toBe("conflict");
    expect((await assignments.edit(s.teacher, id)).title).toBe("One");
  });

  it("is copied with tasks of its own, its times moved on the clock of its zone", async () => {
    const dueAt = Date.parse("2026-03-27T22:00Z");
    await set({ times: { zone: "Europe/Berlin", opensAt: null, dueAt, closesAt: null }, prompts: [prompt()] });
    const copy = await assignments.copy(s.teacher, id, { group: s.group, days: 7, withNotes: false });
    const copied = await assignments.edit(s.teacher, copy.id);
    expect(copied.state).toBe("draft");
    expect(copied.times.dueAt).toBe(Date.parse("2026-04-03T21:00Z"));
    expect(copied.prompts[0]?.id).not.toBe(PROMPT);
    expect((await assignments.edit(s.teacher, id)).prompts.map((one) => one.id)).toEqual([PROMPT]);
  });

  it.each([
    ["members", () => s.ada, "forbidden"],
    ["strangers", () => s.stranger, "not-found"],
  ])("is for no %s to set, watch or grade", async (_, who, expected) => {
    await set();
    const grade = { member: s.ada.id, points: 1, comment: "", isExcused: false, version: 0 };
    const asked = [
      assignments.edit(who(), id),
      assignments.reveal(who(), id, true),
      assignments.archive(who(), id, true),
      board.open(who(), id),
      board.grade(who(), id, grade),
      board.release(who(), id),
    ];
    expect(await Promise.all(asked.map(code))).toEqual(asked.map(() => expected));
  });
});

const PROMPT = "01J8Z3K4M5N6P7Q8R9STVWXYZ0";
const prompt = (): BriefInput["prompts"][number] => ({
  ...{ id: PROMPT, document: null, number: null, words: "Find the turn", answer: "note" },
  ...{ tags: [], minWords: 3, isRequired: true },
});

describe("the others", () => {
  it("show after one's own first notes, to whoever wrote them and to nobody else", async () => {
    await set({ reveal: { kind: "after", posts: 1 } });
    await write(s.ada, "ADA");
    await s.publish(s.ben, { body: "", motivation: "highlighting", audience: await cohort(s.ben) });
    expect([await seenBy(s.ada), await seenBy(s.ben), await seenBy(s.teacher)]).toEqual([["ADA"], [], ["ADA"]]);
    await write(s.ben, "BEN");
    expect([await seenBy(s.ada), await seenBy(s.ben)]).toEqual([
      ["ADA", "BEN"],
      ["ADA", "BEN"],
    ]);
    expect(await seenBy(s.observer)).toEqual([]);
  });

  it("show at a time, and not a moment before", async () => {
    const time = s.site.time.now + HOUR;
    await set({ reveal: { kind: "at", time } });
    await write(s.ada, "ADA");
    s.site.time.now = time - 1;
    expect(await seenBy(s.ben)).toEqual([]);
    s.site.time.now = time;
    expect(await seenBy(s.ben)).toEqual(["ADA"]);
  });

  it("show when the teacher reveals them, without a row being written, and are hidden again", async () => {
    await set({ reveal: { kind: "manual", revealed: false } });
    await write(s.ada, "ADA");
    const rows = () => s.site.database.read.sqlite.prepare("SELECT count(*) FROM changes").pluck().get();
    const before = rows();
    await assignments.reveal(s.teacher, id, true);
    expect([await seenBy(s.ben), rows()]).toEqual([["ADA"], before]);
    expect(s.site.committed.flat()).toContainEqual({ kind: "opened", documents: [s.text.id] });
    await assignments.reveal(s.teacher, id, false);
    expect([await seenBy(s.ben), await seenBy(s.ada), rows()]).toEqual([[], ["ADA"], before]);
    expect(await code(s.reply(s.ben, (await firstNote()) ?? ""))).toBe("not-found");
  });

  it("are answered where they stand, and a reply stays with the readers of the assignment", async () => {
    await set();
    const root = await write(s.ada, "ADA");
    await s.reply(s.ben, root, { body: "BEN" });
    expect([await seenBy(s.ada), await seenBy(s.ben)]).toEqual([
      ["ADA", "BEN"],
      ["ADA", "BEN"],
    ]);
    const note = (await s.site.read.annotations.threads([root])).find(({ parent }) => parent === root);
    expect(note?.placements.map(({ kind }) => kind).sort()).toEqual(["cohort", "desk"]);
  });

  it("do not see what is written to an audience without a seat", async () => {
    await set();
    expect(await code(s.publish(s.ada, { audience: s.site.newId() }))).toBe("not-found");
    expect(await code(write(s.ada, "ADA", s.site.newId()))).toBe("invalid");
  });

  const firstNote = async () =>
    (await s.site.read.submissions.notes({ assignment: id, member: null, until: s.site.time.now }))[0]?.id;
});

describe("a student's work", () => {
  it("ticks by the rules that grade it, and is handed in as it stands", async () => {
    await set({ prompts: [prompt()], requirements: [{ kind: "notes", count: 2, minWords: 0 }] });
    await write(s.ada, "This turns here", PROMPT);
    expect(await work.open(s.ada, id)).toMatchObject({
      state: "started",
      notes: 1,
      progress: { met: 1, of: 2, share: 0.75 },
    });
    const submission = s.site.newId();
    const first = await work.handIn(s.ada, id, submission);
    expect(await work.handIn(s.ada, id, submission)).toEqual(first);
    await write(s.ada, "And here as well");
    const own = await work.open(s.ada, id);
    expect(own).toMatchObject({
      state: "handed-in",
      progress: { met: 2 },
      handIns: [{ n: 1, by: "member", notes: 1, late: 0 }],
    });
    const [row] = (await board.open(s.teacher, id)).rows.filter((one) => one.id === s.ada.id);
    // Half of it was handed in: complete needs all of it.
    expect(row).toMatchObject({ state: "handed-in", notes: 2, suggested: 0, progress: { met: 2, of: 2 } });
  });

  it("does not count what moderators took away, and says so", async () => {
    await set({ requirements: [{ kind: "notes", count: 1, minWords: 0 }] });
    const note = await write(s.ada, "Rude words");
    await s.act(s.teacher, "hide", note);
    expect(await work.open(s.ada, id)).toMatchObject({ notes: 0, takenAway: 1, progress: { met: 0 } });
  });

  it("opens, is late, and closes by the clock, later for whom more time was given", async () => {
    const now = s.site.time.now;
    const times = { zone: "UTC", opensAt: now + HOUR, dueAt: now + DAY, closesAt: now + 2 * DAY };
    await set({
      times,
      late: { grace: 0, penalty: { kind: "flat", percent: 50 } },
      scheme: { kind: "points", points: 10, rubric: [] },
    });
    expect(await code(work.handIn(s.ada, id, s.site.newId()))).toBe("locked");
    s.site.time.now = now + DAY + HOUR;
    await assignments.extend(s.teacher, id, {
      for: { kind: "member", id: s.ben.id },
      dueAt: now + 3 * DAY,
      closesAt: null,
    });
    await work.handIn(s.ada, id, s.site.newId());
    await work.handIn(s.ben, id, s.site.newId());
    const rows = Object.fromEntries((await board.open(s.teacher, id)).rows.map((row) => [row.name, row]));
    expect(rows.Ada).toMatchObject({ state: "late", late: HOUR, suggested: 5 });
    expect(rows.Ben).toMatchObject({ state: "handed-in", late: 0, suggested: 10 });
    s.site.time.now = now + 2 * DAY;
    expect(await code(work.handIn(s.ada, id, s.site.newId()))).toBe("locked");
    expect(await code(work.handIn(s.ben, id, s.site.newId()))).toBe("done");
  });
});

describe("grades", () => {
  const given = { points: 7.5, comment: "Good turn.", isExcused: false };

  it("are shown once they are released, and stand in the record", async () => {
    await set({ scheme: { kind: "points", points: 10, rubric: [] } });
    await board.grade(s.teacher, id, { member: s.ada.id, ...given, version: 0 });
    expect((await work.open(s.ada, id)).feedback).toBeNull();
    expect((await assignments.list(s.ada, s.group)).lines[0]?.score).toBeNull();
    expect(await board.release(s.teacher, id)).toEqual({ released: 1 });
    expect((await work.open(s.ada, id)).feedback).toMatchObject({ points: 7.5, comment: "<p>Good turn.</p>" });
    expect((await assignments.list(s.ada, s.group)).lines[0]?.score).toMatchObject({ points: 7.5, of: 10 });
    expect((await work.open(s.ben, id)).feedback).toBeNull();
    expect((await s.site.read.record.list({}, 2)).map(({ verb }) => verb)).toEqual(["grade.release", "grade.set"]);
  });

  it("of two markers at once: one is told who was faster", async () => {
    await set({ scheme: { kind: "points", points: 10, rubric: [] } });
    const other = await s.site.addMember(s.group, "Tim", "teacher");
    const answers = await Promise.all(
      [s.teacher, other].map((marker) => code(board.grade(marker, id, { member: s.ada.id, ...given, version: 0 }))),
    );
    expect(answers.sort()).toEqual(["conflict", "done"]);
  });

  it("stay within the points that there are, and are for members who do assignments", async () => {
    await set({ scheme: { kind: "points", points: 10, rubric: [] } });
    const grade = (over: object) =>
      code(board.grade(s.teacher, id, { member: s.ada.id, ...given, version: 0, ...over }));
    expect([await grade({ points: 11 }), await grade({ points: -1 }), await grade({ member: s.observer.id })]).toEqual([
      "invalid",
      "invalid",
      "not-found",
    ]);
    expect(await grade({ points: null, isExcused: true })).toBe("done");
    expect((await board.open(s.teacher, id)).rows.find(({ name }) => name === "Ada")?.state).toBe("excused");
  });
});
