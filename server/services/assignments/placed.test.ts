import { afterEach, beforeEach, expect, it } from "vitest";
import { type Course, openCourse, points } from "../board/test-course.ts";

let c: Course;
beforeEach(async () => {
  c = await openCourse();
});
afterEach(() => c.s.site.close());

const setting = () => c.assignments.edit(c.s.teacher, c.id);

it("keeps its passages as paragraphs of the text, and says which one there is not", async () => {
  const passages = [{ from: 1, to: 2 }];
  const document = c.s.text.id;
  await c.change({ texts: [{ document, passages }] });
  expect((await setting()).texts).toEqual([{ document, passages }]);
  const beyond = [{ document, passages: [{ from: 2, to: 999 }] }];
  await expect(c.change({ texts: beyond })).rejects.toMatchObject({
    fields: { texts: expect.stringContaining("999") },
  });
});

it("has a rubric whose criteria have levels that are worth something", async () => {
  const level = { id: "l", title: "Clear", points: 2, descriptor: "" };
  const rubric = [{ id: "c", title: "Style", levels: [level] }];
  await c.change({ scheme: { ...points(10), rubric } });
  expect((await setting()).scheme).toMatchObject({ rubric });
  for (const levels of [[], [{ ...level, points: 0 }], [{ ...level, title: "" }], [{ ...level, points: Number.NaN }]]) {
    const wrong = { ...points(10), rubric: [{ id: "c", title: "Style", levels }] };
    await expect(c.change({ scheme: wrong })).rejects.toMatchObject({ fields: { rubric: expect.any(String) } });
  }
});
