import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TakenFile } from "#app/context/exports.ts";
import { type Course, openCourse, points } from "./board/test-course.ts";

let c: Course;
beforeEach(async () => {
  c = await openCourse();
});
afterEach(() => c.s.site.close());

async function read({ chunks }: TakenFile): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString();
}

const own = async (student = c.s.ada) => read(await c.work.take(student, c.s.group));
const taught = async (student = c.s.ada) => read(await c.board.takeWorkOf(c.s.teacher, c.s.group, student.id));

describe("the file of a student's course", () => {
  it("holds what was handed in, in the words of then, and what it counted for", async () => {
    const note = await c.write(c.s.ada, "As it was <b>then</b>");
    await c.handIn(c.s.ada);
    c.s.site.time.now += 1000;
    await c.s.edit(c.s.ada, note, "Changed since", 1);
    for (const file of [await own(), await taught()]) {
      expect(file).toContain("Read it");
      expect(file).toContain("As it was &lt;b&gt;then&lt;/b&gt;");
      expect(file).not.toContain("Changed since");
      expect(file).toContain("1 of 2");
    }
  });

  it("shows a student their grade, its comment and what was said about it once it is released, and staff before", async () => {
    await c.handIn(c.s.ada);
    await c.grade(c.s.teacher, c.s.ada, { points: 7, comment: "Look again at the *turn*" });
    expect(await own()).not.toContain("Look again");
    expect(await taught()).toContain("Look again at the <em>turn</em>");
    await c.board.release(c.s.teacher, c.id);
    await c.work.say(c.s.ada, c.id, { id: c.s.site.newId(), words: "Which turn?" });
    for (const file of [await own(), await taught()]) {
      expect(file).toContain("7 of 10 points");
      expect(file).toContain("Look again at the <em>turn</em>");
      expect(file).toContain("Which turn?");
    }
  });

  it("tells a student nothing of being excused before it is released", async () => {
    await c.grade(c.s.teacher, c.s.ada, { points: null, isExcused: true });
    expect(await own()).not.toMatch(/excused/iu);
    expect(await taught()).toMatch(/excused/iu);
  });

  it("names nobody else to a student, and whom they answered to staff", async () => {
    const note = await c.write(c.s.ben, "Mine, says Ben");
    await c.s.reply(c.s.ada, note, { body: "And mine" });
    await c.s.reply(c.s.ben, await c.write(c.s.ada, "Another"), { body: "I doubt it" });
    const [forStudent, forStaff] = [await own(), await taught()];
    expect(forStudent).toContain("And mine");
    expect(forStudent).not.toContain("Ben");
    expect(forStaff).toContain("Ben");
  });

  it("keeps the work of a blind assignment apart from the name until its grade is released", async () => {
    await c.change({ isBlind: true });
    await c.write(c.s.ada, "Under no name");
    await c.handIn(c.s.ada);
    expect(await taught()).not.toContain("Under no name");
    expect(await own()).toContain("Under no name");
  });

  it("holds every assignment that was published, and no draft", async () => {
    const draft = c.s.site.newId();
    const said = { id: draft, template: "blank", document: c.s.text.id } as const;
    await c.assignments.create(c.s.teacher, c.s.group, { ...said, title: "Nobody knows" });
    const { version, ...brief } = await c.assignments.edit(c.s.teacher, draft);
    await c.assignments.change(c.s.teacher, draft, version, { ...brief, scheme: points(5) });
    expect(await taught()).not.toContain("Nobody knows");
    await c.assignments.publish(c.s.teacher, draft);
    expect(await taught()).toContain("Nobody knows");
  });

  it("is for who grades, and of one's own", async () => {
    expect(await c.code(c.board.takeWorkOf(c.s.ben, c.s.group, c.s.ada.id))).toBe("forbidden");
    expect(await c.code(c.board.takeWorkOf(c.s.teacher, c.s.group, "nobody"))).toBe("not-found");
    expect(await c.code(c.work.take(c.s.teacher, c.s.group))).toBe("forbidden");
  });
});
