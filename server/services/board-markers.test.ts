import { afterEach, describe, expect, it } from "vitest";
import { type Course, openCourse } from "./board/test-course.ts";

let c: Course;
afterEach(() => c.s.site.close());

describe("two markers", () => {
  const begin = async () => {
    c = await openCourse();
    await c.change({ hasSecondMarker: true });
    await c.write(c.s.ada, "One note of two");
    await c.handIn(c.s.ada);
  };
  const desk = (viewer: Course["tim"], as?: "final") => c.board.work(viewer, c.id, c.s.ada.id, as);

  it("mark without seeing each other, and then one says the last word", async () => {
    await begin();
    const { s, tim, id } = c;
    expect((await desk(s.teacher)).own).toMatchObject({ marking: "first", version: 0 });
    await c.grade(s.teacher, s.ada, { points: 6, comment: "Mine" });
    expect(await desk(tim)).toMatchObject({ own: { marking: "second" }, marks: [], isSettled: false });
    expect((await c.rowOf(s.ada)).grade).toMatchObject({ version: 0, points: null, markers: 1 });
    expect(await c.code(c.grade(s.teacher, s.ada, { points: 6, marking: "final" }))).toBe("invalid");
    await c.grade(tim, s.ada, { points: 8 });
    expect(await desk(s.teacher)).toMatchObject({
      marks: [{ marking: "second", marker: "Tim", points: 8 }],
      isSettled: true,
    });
    // Nothing shows before the last word.
    expect(await c.board.release(s.teacher, id)).toEqual({ released: 0 });
    expect((await desk(s.teacher, "final")).own).toMatchObject({ marking: "final", version: 0, mark: null });
    // The middle of both needs no reason.
    await c.grade(s.teacher, s.ada, { points: 7, marking: "final", reason: "" });
    expect((await c.rowOf(s.ada)).grade).toMatchObject({ version: 1, points: 7, markers: 2 });
    expect(await c.board.release(s.teacher, id)).toEqual({ released: 1 });
    expect((await c.work.open(s.ada, id)).feedback).toMatchObject({ points: 7 });
  });

  it("who begin at once are first and second, and both are kept", async () => {
    await begin();
    const { s, tim } = c;
    await Promise.all([c.grade(s.teacher, s.ada, { points: 6 }), c.grade(tim, s.ada, { points: 8 })]);
    const given = (await s.site.read.grades.marks(c.id)).get(s.ada.id);
    expect([given?.first, given?.second].map((mark) => [mark?.markerId, mark?.points])).toEqual([
      [s.teacher.id, 6],
      [tim.id, 8],
    ]);
  });

  it("change their own alone, and one of them excuses for both", async () => {
    await begin();
    const { s, tim } = c;
    await c.grade(s.teacher, s.ada, { points: 6 });
    await c.grade(tim, s.ada, { points: 8 });
    await c.grade(tim, s.ada, { points: 9, version: 1 });
    const given = (await s.site.read.grades.marks(c.id)).get(s.ada.id);
    expect([given?.first?.points, given?.second?.points, given?.second?.version]).toEqual([6, 9, 2]);
    await c.grade(tim, s.ben, { points: null, isExcused: true, marking: "final" });
    expect((await c.rowOf(s.ben)).state).toBe("excused");
  });
});

describe("blind marking", () => {
  const begin = async () => {
    c = await openCourse();
    await c.change({ isBlind: true });
    await c.write(c.s.ada, "In my own words");
    await c.handIn(c.s.ada);
  };

  it("shows pseudonyms that stay, and nothing that says whose they are", async () => {
    await begin();
    const { s, id } = c;
    const before = await c.board.open(s.teacher, id);
    const told = JSON.stringify([before, await c.board.report(s.teacher, id)]);
    for (const known of [s.ada.id, s.ben.id, "Ada", "Ben"]) expect(told).not.toContain(known);
    await s.site.addMember(s.group, "Eva", "member");
    const after = await c.board.open(s.teacher, id);
    for (const { id: key, name } of before.rows)
      expect(after.rows).toContainEqual(expect.objectContaining({ id: key, name }));
  });

  it("is graded by the pseudonym, and by nothing else", async () => {
    await begin();
    const { s, id } = c;
    expect(await c.code(c.board.work(s.teacher, id, s.ada.id))).toBe("not-found");
    expect(await c.code(c.grade(s.teacher, s.ada))).toBe("not-found");
    const row = (await c.board.open(s.teacher, id)).rows.find(({ notes }) => notes === 1);
    const desk = await c.board.work(s.teacher, id, row?.id ?? "");
    expect(desk.student).toMatchObject({ name: row?.name, isVeiled: true, section: null });
    expect(JSON.stringify(desk)).not.toContain(s.ada.id);
    await c.board.grade(s.teacher, id, { member: row?.id ?? "", points: 5, comment: "", isExcused: false, version: 0 });
    // The grade book knows names, so it shows no points yet.
    const pointsOf = async () => {
      const { rows } = await c.board.gradeBook(s.teacher, s.group);
      return rows.find(({ student }) => student.name === "Ada")?.cells[0]?.points;
    };
    expect(await pointsOf()).toBeNull();
    expect(await c.board.release(s.teacher, id, [row?.id ?? ""])).toEqual({ released: 1 });
    expect(await pointsOf()).toBe(5);
    expect(await c.rowOf(s.ada)).toMatchObject({ name: "Ada", grade: { points: 5, isReleased: true } });
    expect((await c.board.open(s.teacher, id)).rows.map(({ name }) => name)).not.toContain("Ben");
  });

  it("calls those who replied by their pseudonyms, and staff by name", async () => {
    await begin();
    const { s, id } = c;
    const note = await c.write(s.ada, "Another one");
    await s.reply(s.ben, note, { body: "From the other" });
    await s.reply(s.teacher, note, { body: "From the desk" });
    await c.handIn(s.ada);
    const { rows } = await c.board.open(s.teacher, id);
    const [mine, bens] = [rows.find(({ notes }) => notes === 2), rows.find(({ notes }) => notes === 0)];
    const { notes } = await c.board.work(s.teacher, id, mine?.id ?? "");
    expect(notes.at(-1)?.replies.map(({ by }) => by)).toEqual([bens?.name, "Tea"]);
  });
});
