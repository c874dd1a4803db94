import { afterEach, beforeEach, expect, it } from "vitest";
import type { AssignmentService, BriefInput } from "#app/context/assignments.ts";
import { openSeminar, type Seminar } from "../annotations/test-seminar.ts";
import { makeAssignmentService } from "../assignments.ts";

let s: Seminar;
let assignments: AssignmentService;
let id: string;

beforeEach(async () => {
  s = await openSeminar();
  const { read, writer, newId, time } = s.site;
  assignments = makeAssignmentService({ read, newId, transact: writer.transact, clock: () => time.now });
  id = newId();
  await assignments.create(s.teacher, s.group, { id, template: "blank", title: "Read it", document: s.text.id });
});
afterEach(() => s.site.close());

async function change(over: Partial<BriefInput>): Promise<void> {
  const setting = await assignments.edit(s.teacher, id);
  await assignments.change(s.teacher, id, setting.version, { ...setting, ...over });
}

it("keeps its passages as paragraphs of the text, and says which one there is not", async () => {
  const passages = [{ from: 1, to: 2 }];
  await change({ texts: [{ document: s.text.id, passages }] });
  expect((await assignments.edit(s.teacher, id)).texts).toEqual([{ document: s.text.id, passages }]);
  const beyond = [{ document: s.text.id, passages: [{ from: 2, to: 999 }] }];
  await expect(change({ texts: beyond })).rejects.toMatchObject({
    fields: { texts: expect.stringContaining("999") },
  });
});

it("has a rubric whose criteria have levels that are worth something", async () => {
  const level = { id: "l", title: "Clear", points: 2, descriptor: "" };
  const rubric = [{ id: "c", title: "Style", levels: [level] }];
  await change({ scheme: { kind: "points", points: 10, rubric } });
  expect((await assignments.edit(s.teacher, id)).scheme).toMatchObject({ rubric });
  for (const levels of [[], [{ ...level, points: 0 }], [{ ...level, title: "" }], [{ ...level, points: Number.NaN }]]) {
    const wrong = { kind: "points", points: 10, rubric: [{ id: "c", title: "Style", levels }] } as const;
    await expect(change({ scheme: wrong })).rejects.toMatchObject({ fields: { rubric: expect.any(String) } });
  }
});
