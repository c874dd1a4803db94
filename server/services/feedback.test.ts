import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MAX_MESSAGE } from "#app/context/feedback.ts";
import { type Course, openCourse } from "./board/test-course.ts";

const HOUR = 60 * 60 * 1000;

let c: Course;
beforeEach(async () => {
  c = await openCourse();
  await c.write(c.s.ada, "One note");
  await c.handIn(c.s.ada);
  await c.grade(c.s.teacher, c.s.ada, { points: 6 });
});
afterEach(() => c.s.site.close());

const ask = (words: string, id = c.s.site.newId(), student = c.s.ada) => c.work.say(student, c.id, { id, words });
const answer = (words: string, id = c.s.site.newId()) => c.board.say(c.s.teacher, c.id, c.s.ada.id, { id, words });
const release = () => c.board.release(c.s.teacher, c.id);
const desk = () => c.board.work(c.s.teacher, c.id, c.s.ada.id);
const later = () => {
  c.s.site.time.now += HOUR;
};

describe("what is said about a grade", () => {
  it("waits for the grade to be released, on both sides", async () => {
    expect(await c.code(ask("Why six?"))).toBe("forbidden");
    expect(await c.code(answer("Because"))).toBe("forbidden");
    expect((await desk()).messages).toEqual([]);
  });

  it("is read by the student and the staff, in order", async () => {
    await release();
    await ask("Why *six*?");
    later();
    await answer("It says less than it could.");
    const student = (await c.work.open(c.s.ada, c.id)).messages;
    expect(student.map(({ by, isOwn, isStaff, html }) => [by, isOwn, isStaff, html])).toEqual([
      ["Ada", true, false, "<p>Why <em>six</em>?</p>"],
      [c.s.teacher.name, false, true, "<p>It says less than it could.</p>"],
    ]);
    expect((await desk()).messages.map(({ isOwn }) => isOwn)).toEqual([false, true]);
  });

  it("is about one grade: nobody else's page has it", async () => {
    await c.write(c.s.ben, "Another note");
    await c.handIn(c.s.ben);
    await c.grade(c.s.teacher, c.s.ben, { points: 9 });
    await release();
    await ask("Why six?");
    expect((await c.work.open(c.s.ben, c.id)).messages).toEqual([]);
    expect((await c.board.work(c.s.teacher, c.id, c.s.ben.id)).messages).toEqual([]);
  });

  it("shows on the board until somebody answers", async () => {
    await release();
    const before = await c.board.stamp(c.s.teacher, c.id);
    await ask("Why six?");
    expect(await c.board.stamp(c.s.teacher, c.id)).not.toBe(before);
    expect((await c.rowOf(c.s.ada)).grade.isAsked).toBe(true);
    later();
    await answer("Come and see me.");
    expect((await c.rowOf(c.s.ada)).grade.isAsked).toBe(false);
  });

  it("is written to the other side by letter, with the way to the answer", async () => {
    await release();
    const before = c.letters.length;
    await answer("Well done.");
    await ask("Thank you");
    const [first, second] = c.letters.slice(before);
    expect(first?.text.link?.url).toBe(`https://glossa.test/assignments/${c.id}`);
    expect(second?.text.link?.url).toBe(`https://glossa.test/assignments/${c.id}/grade/${c.s.ada.id}`);
    expect(c.letters).toHaveLength(before + 2);
  });

  it("is said once, however often it is sent, and an id is nobody else's", async () => {
    await release();
    const id = c.s.site.newId();
    await ask("Why six?", id);
    const letters = c.letters.length;
    await ask("Why six?", id);
    expect((await desk()).messages).toHaveLength(1);
    expect(c.letters).toHaveLength(letters);
    expect(await c.code(answer("Because", id))).toBe("conflict");
  });

  it.each([
    ["nothing", "  \n "],
    ["too much", "x".repeat(MAX_MESSAGE + 1)],
  ])("refuses %s with a sentence at the field", async (_, words) => {
    await release();
    await expect(ask(words)).rejects.toMatchObject({ code: "invalid", fields: { message: expect.any(String) } });
  });

  it("stays out of the summary that stands beside the text", async () => {
    await release();
    await ask("Why six?");
    const beside = await c.work.beside(c.s.ada, c.s.text.id);
    expect(JSON.stringify(beside)).not.toContain("Why six?");
  });
});
