import { afterEach, beforeEach, expect, it } from "vitest";
import type { AssignmentService } from "#app/context/assignments.ts";
import type { BoardService } from "#app/context/board.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import { makeAssignmentService } from "./assignments.ts";
import { makeBoardService } from "./board.ts";

let s: Seminar;
let assignments: AssignmentService;
let board: BoardService;

beforeEach(async () => {
  s = await openSeminar();
  const { read, writer, newId, time } = s.site;
  const parts = { read, newId, origin: "https://glossa.test", transact: writer.transact, clock: () => time.now };
  [assignments, board] = [makeAssignmentService(parts), makeBoardService(parts)];
});
afterEach(() => s.site.close());

async function set(title: string, points: number | null): Promise<string> {
  const id = s.site.newId();
  await assignments.create(s.teacher, s.group, { id, template: "blank", title, document: s.text.id });
  const { version, ...brief } = await assignments.edit(s.teacher, id);
  const scheme = points === null ? ({ kind: "complete" } as const) : ({ kind: "points", points, rubric: [] } as const);
  await assignments.change(s.teacher, id, version, { ...brief, scheme });
  await assignments.publish(s.teacher, id);
  return id;
}
const grade = (id: string, member: string, points: number | null, isExcused = false) =>
  board.grade(s.teacher, id, { member, points, comment: "", isExcused, version: 0 });

it("holds what was given, sums of points alone, and means", async () => {
  const [first, second] = [await set("First", 10), await set("Second", null)];
  await grade(first, s.ada.id, 7.5);
  await grade(first, s.ben.id, 5);
  await grade(second, s.ada.id, 1);
  await grade(second, s.ben.id, null, true);
  const book = await board.gradeBook(s.teacher, s.group);
  expect(book.assignments.map(({ title, of, mean }) => [title, of, mean])).toEqual([
    ["First", 10, 6.25],
    ["Second", null, null],
  ]);
  expect(
    book.rows.map(({ student, cells, total }) => [student.name, cells.map(({ points }) => points), total]),
  ).toEqual([
    ["Ada", [7.5, 1], 7.5],
    ["Ben", [5, null], 5],
  ]);
  expect(book.rows[1]?.cells[1]?.state).toBe("excused");
});

it("leaves as a table in which nothing runs", async () => {
  await set("=HYPERLINK(1)", 10);
  const { chunks, name } = await board.takeGradeBook(s.teacher, s.group);
  let csv = "";
  for await (const chunk of chunks) csv += new TextDecoder().decode(chunk);
  expect(name).toMatch(/\.csv$/u);
  expect(csv).toContain('"\'=HYPERLINK(1) (10)"');
  expect(csv).toContain('"Ada","not started","0"');
});
