/** What is known of a text goes with it into another group. */
import { expect, it } from "vitest";
import { openSeminar } from "../annotations/test-seminar.ts";
import { makeAssignmentService } from "../assignments.ts";

it("takes author, date, licence and copyright line of a text along", async () => {
  const s = await openSeminar();
  const { read, writer, newId, time } = s.site;
  const assignments = makeAssignmentService({ read, transact: writer.transact, newId, clock: () => time.now });
  const id = newId();
  const facts = { author: "Ada Field", published: "1819", licence: "CC-BY-4.0", rights: "© Ada" };
  const elsewhere = await s.site.addGroup("Elsewhere");
  await writer.transact(async (store) => {
    await store.documents.update(s.text.id, facts);
    const admission = { groupId: elsewhere, memberId: s.teacher.id, role: "teacher" } as const;
    await store.memberships.admit({ ...admission, joinedAt: time.now });
    await store.audiences.admit({ ...admission, now: time.now, newId });
  });
  await assignments.create(s.teacher, s.group, { id, template: "blank", title: "Read it", document: s.text.id });
  await assignments.copy(s.teacher, id, { group: elsewhere, days: 0, withNotes: false });
  expect(await read.documents.ofGroup(elsewhere)).toMatchObject([facts]);
  await s.site.close();
});
