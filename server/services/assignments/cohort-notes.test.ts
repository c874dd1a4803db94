/** A note of an assignment stands among its readers and on its author's desk; nowhere is it two notes. */
import { afterEach, beforeEach, expect, it } from "vitest";
import { openSeminar, type Seminar } from "../annotations/test-seminar.ts";
import { makeAssignmentService } from "../assignments.ts";
import { standingIn } from "../rights.ts";

let s: Seminar;
let note: string;

beforeEach(async () => {
  s = await openSeminar();
  const { read, writer, newId, time } = s.site;
  const assignments = makeAssignmentService({ read, newId, transact: writer.transact, clock: () => time.now });
  const id = newId();
  await assignments.create(s.teacher, s.group, { id, template: "blank", title: "Read", document: s.text.id });
  await assignments.publish(s.teacher, id);
  const standing = await standingIn(read, { memberId: s.ada.id, documentId: s.text.id, now: time.now });
  const audience = standing?.rooms.find(({ kind }) => kind === "cohort")?.audience ?? "";
  note = await s.publish(s.ada, { body: "Only once, please", audience });
});
afterEach(() => s.site.close());

it("is found once, by its author and by others", async () => {
  const asked = { sort: "time", show: "all", everywhere: false, after: null, line: "please" } as const;
  for (const viewer of [s.ada, s.ben, s.teacher]) {
    const found = await s.site.search.find(viewer, s.group, asked);
    expect([found.notes.length, found.noteCount.count]).toEqual([1, 1]);
  }
});

it("is listed once where there are no scripts, and counted once in the library", async () => {
  for (const viewer of [s.ada, s.ben]) {
    const { notes, total } = await s.site.reading.notes(viewer, s.text.id, { from: 0, count: 10 });
    expect([notes.map(({ id }) => id), total]).toEqual([[note], 1]);
    expect((await s.site.documents.library(viewer, s.group))[0]).toMatchObject({ notes: 1 });
  }
});

it("is hidden for its readers and stays with its author", async () => {
  await s.act(s.teacher, "hide", note);
  const listed = async (viewer: typeof s.ada) =>
    (await s.site.reading.notes(viewer, s.text.id, { from: 0, count: 10 })).notes;
  expect(await listed(s.ben)).toEqual([]);
  expect((await listed(s.ada)).map(({ body }) => body)).toEqual(["Only once, please"]);
});
