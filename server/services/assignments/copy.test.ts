/** What happens to a text when an assignment is copied into another group. */
import { afterEach, beforeEach, expect, it } from "vitest";
import type { AssignmentService } from "#app/context/assignments.ts";
import { openSeminar, type Seminar } from "../annotations/test-seminar.ts";
import { makeAssignmentService } from "../assignments.ts";

let s: Seminar;
let assignments: AssignmentService;
let elsewhere: string;
let id: string;

const facts = { author: "Ada Field", published: "1819", licence: "CC-BY-4.0", rights: "© Ada" };

beforeEach(async () => {
  s = await openSeminar();
  const { read, writer, newId, time } = s.site;
  assignments = makeAssignmentService({ read, transact: writer.transact, newId, clock: () => time.now });
  elsewhere = await s.site.addGroup("Elsewhere");
  id = newId();
  await writer.transact(async (store) => {
    await store.documents.update(s.text.id, facts);
    const admission = { groupId: elsewhere, memberId: s.teacher.id, role: "teacher" } as const;
    await store.memberships.admit({ ...admission, joinedAt: time.now });
    await store.audiences.admit({ ...admission, now: time.now, newId });
  });
  await assignments.create(s.teacher, s.group, { id, template: "blank", title: "Read it", document: s.text.id });
});
afterEach(() => s.site.close());

const copy = () => assignments.copy(s.teacher, id, { group: elsewhere, days: 0, withNotes: false });

it("takes author, date, licence and copyright line of a text along", async () => {
  await copy();
  expect(await s.site.read.documents.ofGroup(elsewhere)).toMatchObject([facts]);
});

it("is refused where the group has no room for the text", async () => {
  const { writer, newId, time, read } = s.site;
  await writer.transact(async (store) => {
    await store.siteSettings.set("groupQuota", 1, time.now);
    const row = { groupId: elsewhere, memberId: s.teacher.id, format: "plain", pieces: [], title: "" } as const;
    const full = { author: "", language: "", bytes: 1024 * 1024, createdAt: time.now };
    await store.imports.insert({ ...row, ...full, id: newId() });
  });
  await expect(copy()).rejects.toMatchObject({ code: "too-large" });
  expect(await read.documents.ofGroup(elsewhere)).toEqual([]);
});
