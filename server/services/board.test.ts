import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Gate } from "#app/domain/audience/audience.ts";
import { type Course, openCourse } from "./board/test-course.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

let c: Course;
beforeEach(async () => {
  c = await openCourse();
});
afterEach(() => c.s.site.close());

describe("the board", () => {
  it("says how far everybody is with each thing that is asked", async () => {
    await c.write(c.s.ada, "One two three");
    const board = await c.board.open(c.s.teacher, c.id);
    expect(board.asked).toEqual([{ kind: "requirement", requirement: { kind: "notes", count: 2, minWords: 0 } }]);
    expect(await c.rowOf(c.s.ada)).toMatchObject({
      ...{ state: "started", notes: 1, replies: 0, words: 3, marks: [{ have: 1, of: 2, isMet: false }] },
    });
    expect(await c.rowOf(c.s.ben)).toMatchObject({ state: "not-started", notes: 0, seenAt: null, lastAt: null });
  });

  it("says what keeps students from each other, and that a time which has come does not", async () => {
    const { s, id } = c;
    const gate = async () => (await c.board.open(s.teacher, id)).gateIsOpen;
    const shut = (value: Gate) =>
      s.site.writer.transact(async (store) => {
        const cohorts = await store.cohorts.ofAssignment(id);
        await store.cohorts.setGate(
          cohorts.map(({ audience }) => audience),
          value,
        );
      });
    expect(await gate()).toBe(true);
    await shut({ kind: "after", posts: 1 });
    expect(await gate()).toBe(false);
    await shut({ kind: "at", time: s.site.time.now + HOUR });
    expect(await gate()).toBe(false);
    s.site.time.now += HOUR;
    expect(await gate()).toBe(true);
  });

  it("knows who opened the text, and who did not", async () => {
    await c.s.site.writer.transact((store) => store.seen.putPlace(c.s.ben.id, c.s.text.id, 1));
    expect([(await c.rowOf(c.s.ben)).seenAt, (await c.rowOf(c.s.ada)).seenAt]).toEqual([0, null]);
  });

  it("shows where, what, when, and who answers whom", async () => {
    const { s, id } = c;
    const question = await c.write(s.ada, "Why a wall?");
    const other = await c.write(s.ben, "It divides us all");
    await s.reply(s.ben, question);
    await s.reply(s.teacher, question);
    await s.reply(s.ada, other);
    await s.reply(s.ada, question);
    const { overview } = await c.board.open(s.teacher, id);
    expect(overview.perParagraph).toEqual([{ text: s.text.id, number: 1, notes: 2 }]);
    expect(overview.kinds).toEqual([
      { name: "reply", notes: 4 },
      { name: "note", notes: 2 },
    ]);
    expect(overview.days).toEqual([{ day: "2023-11-14", notes: 6 }]);
    expect(overview.answers.people.map(({ name }) => name)).toEqual(["Ada", "Ben", "Tea"]);
    // Whoever answers their own note answers nobody.
    const names = new Map(overview.answers.people.map(({ id: person, name }) => [person, name]));
    expect(overview.answers.pairs.map(({ from, to, times }) => [names.get(from), names.get(to), times]).sort()).toEqual(
      [
        ["Ada", "Ben", 1],
        ["Ben", "Ada", 1],
        ["Tea", "Ada", 1],
      ],
    );
  });

  it("lists threads without a reply, and drops what moderators took away", async () => {
    const { s, id } = c;
    const [answered, silent] = [await c.write(s.ada, "First words"), await c.write(s.ben, "Second words")];
    const reply = await s.reply(s.ben, answered);
    const waiting = async () => (await c.board.open(s.teacher, id)).overview.silentThreads;
    expect(await waiting()).toMatchObject({ count: 1, oldest: [{ id: silent, by: "Ben", excerpt: "Second words" }] });
    await s.act(s.teacher, "hide", silent);
    expect((await waiting()).count).toBe(0);
    await s.act(s.teacher, "hide", reply);
    expect((await waiting()).oldest.map((thread) => thread.id)).toEqual([answered]);
    expect(await c.rowOf(s.ben)).toMatchObject({ notes: 0, replies: 0 });
  });

  it("counts a question as open until it is answered", async () => {
    const { s, id } = c;
    const given = { body: "What turns?", motivation: "questioning" } as const;
    const audience = (await s.site.read.cohorts.ofAssignment(id))[0]?.audience ?? "";
    const question = await s.publish(s.ada, { ...given, audience });
    const open = async () => (await c.board.open(s.teacher, id)).overview.openQuestions.count;
    const reply = await s.reply(s.ben, question);
    expect(await open()).toBe(1);
    await s.answer(s.ada, question, reply);
    expect(await open()).toBe(0);
  });

  it("has another stamp after every change that it shows, and the same after none", async () => {
    const { s, id } = c;
    const stamps: string[] = [];
    const stamp = async () => void stamps.push(await c.board.stamp(s.teacher, id));
    const dueAt = s.site.time.now + DAY;
    await stamp();
    const note = await c.write(s.ada, "Some words");
    await stamp();
    await s.edit(s.ada, note, "Other words", 1);
    await stamp();
    await c.handIn(s.ada);
    await stamp();
    await c.grade(s.teacher, s.ada);
    await stamp();
    await c.board.release(s.teacher, id);
    await stamp();
    await s.act(s.teacher, "hide", note);
    await stamp();
    await c.change({ times: { zone: "UTC", opensAt: null, dueAt, closesAt: null } });
    await stamp();
    await c.assignments.extend(s.teacher, id, {
      for: { kind: "member", id: s.ben.id },
      dueAt: dueAt + DAY,
      closesAt: null,
    });
    await stamp();
    await c.board.remind(s.teacher, id, null);
    await stamp();
    expect(new Set(stamps).size).toBe(stamps.length);
    expect(await c.board.stamp(s.teacher, id)).toBe(stamps.at(-1));
  });
});

describe("reminders", () => {
  it("go to those who have not handed in, once a day, and stand in the record", async () => {
    const { s, id, letters } = c;
    await c.handIn(s.ada);
    expect(await c.board.remind(s.teacher, id, null)).toEqual({ reminded: 1, spared: 0 });
    expect(letters).toMatchObject([
      { to: s.ben.email, text: { link: { url: `https://glossa.test/assignments/${id}` } } },
    ]);
    expect((await s.site.read.record.list({}, 1))[0]).toMatchObject({
      ...{ verb: "assignment.remind", subject: { id }, after: { member: s.ben.id } },
    });
    expect((await c.rowOf(s.ben)).remindedAt).toBe(s.site.time.now);
    s.site.time.now += DAY - 1;
    expect(await c.board.remind(c.tim, id, null)).toEqual({ reminded: 0, spared: 1 });
    s.site.time.now += 1;
    expect(await c.board.remind(c.tim, id, [s.ben.id, s.ada.id])).toEqual({ reminded: 1, spared: 0 });
    expect(letters).toHaveLength(2);
  });

  it("go to nobody who can hand in nothing any more, or is excused", async () => {
    const { s, id } = c;
    const now = s.site.time.now;
    await c.grade(s.teacher, s.ben, { points: null, isExcused: true });
    expect(await c.board.remind(s.teacher, id, null)).toEqual({ reminded: 1, spared: 0 });
    await c.change({ times: { zone: "UTC", opensAt: null, dueAt: now + HOUR, closesAt: now + 2 * HOUR } });
    s.site.time.now = now + 2 * DAY;
    expect(await c.board.remind(s.teacher, id, null)).toEqual({ reminded: 0, spared: 0 });
  });

  it("are the teachers' to send, for what is published", async () => {
    const { s, id } = c;
    expect(await c.code(c.board.remind(s.ada, id, null))).toBe("forbidden");
    expect(await c.code(c.board.remind(s.stranger, id, null))).toBe("not-found");
    await c.assignments.archive(s.teacher, id, true);
    expect(await c.code(c.board.remind(s.teacher, id, null))).toBe("forbidden");
  });
});

it("is put on paper with its comments", async () => {
  const { s, id } = c;
  await c.grade(s.teacher, s.ada, { points: 4, comment: "Go on." });
  await c.grade(s.teacher, s.ben, { points: 8 });
  const report = await c.board.report(s.teacher, id);
  expect(report.comments).toEqual({ [s.ada.id]: "Go on.", [s.ben.id]: "" });
  expect(report.statistics).toMatchObject({ n: 2, mean: 6, median: 6, least: 4, most: 8 });
});
