import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Criterion } from "#app/domain/assignment/grade.ts";
import { type Course, openCourse, points } from "./board/test-course.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

let c: Course;
beforeEach(async () => {
  c = await openCourse();
});
afterEach(() => c.s.site.close());

const desk = (student = c.s.ada, viewer = c.s.teacher, as?: "own" | "final") =>
  c.board.work(viewer, c.id, student.id, as);

describe("the desk", () => {
  it("shows the work in the words in which it was handed in, each note with its passage and what it counted for", async () => {
    const { s } = c;
    const [first, second] = [await c.write(s.ada, "As it was"), await c.write(s.ada, "Second of it")];
    await c.handIn(s.ada);
    s.site.time.now += HOUR;
    await s.edit(s.ada, first, "Changed since", 1);
    await c.write(s.ada, "Too late for it");
    await s.reply(s.ben, second, { body: "I doubt it" });
    const { notes, later, gone, rules, suggestion } = await desk();
    expect(notes.map(({ id, html, counts }) => [id, html, counts])).toEqual([
      [first, "<p>As it was</p>", [0]],
      [second, "<p>Second of it</p>", [0]],
    ]);
    expect(notes[0]).toMatchObject({ number: 1, quote: { exact: expect.stringMatching(/\S/u) }, kind: "note" });
    expect(notes[1]?.replies).toEqual([{ by: "Ben", excerpt: "I doubt it" }]);
    expect({ later, gone, have: rules[0]?.have, points: suggestion.points }).toEqual({
      ...{ later: 1, gone: 0, have: 2, points: 10 },
    });
  });

  it("leaves out what moderators took away, and says how much", async () => {
    const { s } = c;
    const note = await c.write(s.ada, "Rude words");
    await c.write(s.ada, "Kind words");
    await c.handIn(s.ada);
    await s.act(s.teacher, "hide", note);
    const { notes, gone, suggestion } = await desk();
    expect([notes.length, gone, suggestion.points]).toEqual([1, 1, 5]);
  });

  it("counts what its author deleted since, as it was handed in", async () => {
    const { s } = c;
    const note = await c.write(s.ada, "Written and regretted");
    await c.write(s.ada, "Kept for good");
    await c.handIn(s.ada);
    await s.act(s.ada, "delete", note);
    const { notes, gone, suggestion } = await desk();
    expect([notes.length, gone, suggestion.points]).toEqual([1, 1, 10]);
  });

  it("suggests nothing where nothing was handed in, and shows the notes of now", async () => {
    await c.write(c.s.ada, "Not handed in");
    const { notes, submission, suggestion } = await desk();
    expect([notes.length, submission, suggestion.points]).toEqual([1, null, null]);
  });

  it("leads to the neighbours by name, and to the next that is to be marked", async () => {
    const { s } = c;
    const eva = await s.site.addMember(s.group, "Eva", "member");
    await c.handIn(eva);
    await c.handIn(s.ada);
    expect((await desk(s.ben)).around).toMatchObject({
      ...{ place: 2, of: 3, previous: { name: "Ada" }, next: { name: "Eva" }, nextOpen: { name: "Eva" } },
    });
    await c.grade(s.teacher, eva, { points: 5 });
    expect((await desk(s.ben)).around.nextOpen).toMatchObject({ name: "Ada" });
    await c.grade(s.teacher, s.ada, { points: 5 });
    expect((await desk(s.ben)).around.nextOpen).toBeNull();
  });
});

describe("a grade", () => {
  it("needs a reason where it differs from what is suggested, and none where it does not", async () => {
    const { s } = c;
    await c.write(s.ada, "One note of two");
    await c.handIn(s.ada);
    const refused = c.grade(s.teacher, s.ada, { points: 8, reason: " " });
    await expect(refused).rejects.toMatchObject({ code: "invalid", fields: { reason: expect.any(String) } });
    await c.grade(s.teacher, s.ada, { points: 5, reason: "" });
    await c.grade(s.teacher, s.ada, { points: 8, reason: "The note is long.", version: 1 });
    expect((await desk()).own.mark).toMatchObject({ points: 8, reason: "The note is long.", version: 2 });
    expect((await s.site.read.record.list({}, 1))[0]?.after).toMatchObject({
      points: 8,
      suggested: 5,
      overridden: true,
    });
  });

  it("keeps the version of the rules and the notes that counted", async () => {
    const { s, id } = c;
    const note = await c.write(s.ada, "One note of two");
    await c.handIn(s.ada);
    await c.grade(s.teacher, s.ada, { points: 5 });
    const row = await s.site.read.grades.ofMember(id, s.ada.id);
    expect(row).toMatchObject({ counted: [note], suggested: 5, rulesVersion: expect.stringMatching(/^\d+\.\d+$/u) });
  });

  it("of two markers at once: one is told who was faster, and nothing of the other's is lost", async () => {
    const { s, tim } = c;
    const answers = await Promise.allSettled([
      c.grade(s.teacher, s.ada, { points: 3 }),
      c.grade(tim, s.ada, { points: 9 }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(answers[1]).toMatchObject({ reason: { code: "conflict", message: expect.stringContaining("Tea") } });
    expect((await c.rowOf(s.ada)).grade).toMatchObject({ points: 3, version: 1 });
  });

  it("is to be looked at again after another work, or when the same one counts otherwise", async () => {
    const { s, id } = c;
    const now = s.site.time.now;
    const times = { zone: "UTC", opensAt: null, dueAt: now + HOUR, closesAt: null };
    await c.change({ times, late: { grace: 0, penalty: { kind: "flat", percent: 50 } } });
    await c.write(s.ada, "First of two");
    await c.write(s.ada, "Second of two");
    s.site.time.now = now + 2 * HOUR;
    await c.handIn(s.ada);
    expect(await desk()).toMatchObject({ suggestion: { reached: 10, penalty: 5, points: 5 }, share: 0.5 });
    await c.grade(s.teacher, s.ada, { points: 5, reason: "" });
    expect((await c.rowOf(s.ada)).grade.isOutdated).toBe(false);
    // More time, given afterwards, takes lateness back.
    await c.assignments.extend(s.teacher, id, {
      for: { kind: "member", id: s.ada.id },
      dueAt: now + DAY,
      closesAt: null,
    });
    expect(await c.rowOf(s.ada)).toMatchObject({
      state: "handed-in",
      late: 0,
      suggested: 10,
      grade: { isOutdated: true },
    });
    await c.grade(s.teacher, s.ada, { points: 10, reason: "", version: 1 });
    expect((await c.rowOf(s.ada)).grade).toMatchObject({ points: 10, isOutdated: false, version: 2 });
    await c.handIn(s.ada);
    expect(await desk()).toMatchObject({ isOutdated: true, submission: { n: 2 } });
  });

  it("comes from the rubric once it is filled, and refuses levels that it does not have", async () => {
    const { s } = c;
    const level = (id: string, worth: number) => ({ id, title: id, points: worth, descriptor: "" });
    const rubric: readonly Criterion[] = ["a", "b"].map((id) => ({
      ...{ id, title: id, levels: [level("high", 4), level("low", 1)] },
    }));
    await c.change({ scheme: { ...points(10), rubric } });
    await c.write(s.ada, "One note of two");
    await c.handIn(s.ada);
    const strange = c.grade(s.teacher, s.ada, { points: 5, levels: { a: "top" } });
    expect(await c.code(strange)).toBe("invalid");
    await c.grade(s.teacher, s.ada, { points: null, reason: "", levels: { a: "high", b: "low" } });
    expect(await desk()).toMatchObject({
      own: { mark: { points: 6.25, levels: { a: "high", b: "low" } } },
      suggestion: { from: "rubric", points: 6.25 },
    });
  });

  it("is shown to some, who are written to, and to the others later", async () => {
    const { s, id, letters } = c;
    await c.grade(s.teacher, s.ada, { points: 3 });
    await c.grade(s.teacher, s.ben, { points: 4 });
    expect(await c.board.release(s.teacher, id, [s.ben.id])).toEqual({ released: 1 });
    expect((await c.work.open(s.ada, id)).feedback).toBeNull();
    expect((await c.work.open(s.ben, id)).feedback).toMatchObject({ points: 4 });
    expect(letters.map(({ to }) => to)).toEqual([s.ben.email]);
    expect(await c.board.release(s.teacher, id)).toEqual({ released: 1 });
    expect(await c.board.release(s.teacher, id)).toEqual({ released: 0 });
    expect(letters.map(({ to }) => to)).toEqual([s.ben.email, s.ada.email]);
  });

  it("that says nothing yet is not shown", async () => {
    const { s, id } = c;
    await c.grade(s.teacher, s.ada, { points: null });
    expect(await c.board.release(s.teacher, id)).toEqual({ released: 0 });
  });
});

describe("comments to use again", () => {
  it("are added once to a comment that names them, most used first", async () => {
    const { s, id } = c;
    for (const words of ["Quote it.", "Say more."]) await c.board.keepComment(s.teacher, id, words);
    await c.board.keepComment(c.tim, id, "Quote it.");
    const bank = (await desk()).bank;
    expect(bank.map(({ words }) => words)).toEqual(["Quote it.", "Say more."]);
    const phrases = bank.map((one) => one.id);
    await c.grade(s.teacher, s.ada, { comment: "Good. Quote it.", phrases });
    expect((await desk()).own.mark?.comment).toBe("Good. Quote it.\n\nSay more.");
    await c.grade(s.teacher, s.ben, { phrases: phrases.slice(1) });
    expect((await desk()).bank.map(({ words }) => words)).toEqual(["Say more.", "Quote it."]);
    await c.board.dropComment(s.teacher, id, phrases[1] ?? "");
    expect((await desk()).bank).toHaveLength(1);
    expect((await s.site.read.record.list({}, 1))[0]).toMatchObject({ verb: "grade.comments", after: { comments: 1 } });
  });

  it("are not empty, and no group takes another's", async () => {
    const { s, id } = c;
    expect(await c.code(c.board.keepComment(s.teacher, id, " "))).toBe("invalid");
    const foreign = { id: s.site.newId(), groupId: s.stranger.id, words: "Ours", createdAt: 0 };
    const others = await s.site.addGroup("Theirs");
    await s.site.writer.transact((store) => store.commentBank.insert({ ...foreign, groupId: others }));
    await c.board.dropComment(s.teacher, id, foreign.id);
    await c.grade(s.teacher, s.ada, { phrases: [foreign.id] });
    expect((await desk()).own.mark?.comment).toBe("");
    expect(await s.site.read.commentBank.ofGroup(others)).toMatchObject([{ words: "Ours", uses: 0 }]);
  });
});
