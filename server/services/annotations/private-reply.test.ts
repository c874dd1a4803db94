import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verify } from "../verification.ts";
import { openSeminar, type Seminar } from "./test-seminar.ts";

let s: Seminar;

beforeEach(async () => {
  s = await openSeminar();
});

afterEach(async () => {
  expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
  await s.site.close();
});

const rooms = (records: Record<string, unknown>) => Object.keys(records).sort();

describe("a private reply", () => {
  it("stands on the desk of the one it was written to and with staff, under the seat that the group knows", async () => {
    const note = await s.publish(s.ada);
    const aside = await s.reply(s.teacher, note, { privately: true });
    expect(rooms(await s.records(s.ada, aside))).toEqual(["desk"]);
    expect(rooms(await s.records(s.teacher, aside))).toEqual(["staff"]);
    expect(await s.records(s.ben, aside)).toEqual({});
    const seats = await s.site.reading.seats(s.ada, s.text.id);
    const { seat } = (await s.records(s.ada, aside)).desk ?? {};
    expect(seats.find((one) => one.seat === seat)).toMatchObject({ id: s.teacher.id, role: "teacher" });
    const wrote = s.site.committed.flat().flatMap((effect) => (effect.kind === "rows" ? [effect] : []));
    const inGroupRoom = wrote.filter(({ room }) => room.startsWith("reading/"));
    expect(JSON.stringify(inGroupRoom)).not.toContain(aside);
  });

  it("is answered by the one it was written to, and every answer under it is as private", async () => {
    const note = await s.publish(s.ada);
    const aside = await s.reply(s.teacher, note, { privately: true });
    const back = await s.reply(s.ada, aside);
    const again = await s.reply(s.teacher, back, { privately: false });
    for (const id of [back, again]) {
      expect(rooms(await s.records(s.ada, id))).toEqual(["desk"]);
      expect(rooms(await s.records(s.teacher, id))).toEqual(["staff"]);
      expect(await s.records(s.ben, id)).toEqual({});
    }
    await s.edit(s.ada, back, "Better", 1);
    expect((await s.records(s.teacher, back)).staff).toMatchObject({ body: "Better" });
  });

  it("can be written on a reply of a member as well, to its author alone", async () => {
    const note = await s.publish(s.ada);
    const answer = await s.reply(s.ben, note);
    const aside = await s.reply(s.teacher, answer, { privately: true });
    expect(rooms(await s.records(s.ben, aside))).toEqual(["desk"]);
    expect(await s.records(s.ada, aside)).toEqual({});
  });

  it("is unknown to others, whatever they ask for", async () => {
    const note = await s.publish(s.ada);
    const aside = await s.reply(s.teacher, note, { privately: true });
    for (const viewer of [s.ben, s.observer, s.stranger]) {
      for (const ask of [
        () => s.reply(viewer, aside),
        () => s.react(viewer, aside, "agree"),
        () => s.edit(viewer, aside, "x", 1),
        () => s.act(viewer, "hide", aside),
        () => s.site.annotations.history(viewer, aside),
        () => s.site.reading.find(viewer, aside),
      ])
        await expect(ask()).rejects.toMatchObject({ code: "not-found" });
    }
    const page = await s.site.reading.notes(s.ben, s.text.id, { from: 0, count: 10 });
    expect(JSON.stringify(page)).not.toContain(aside);
    expect(await s.site.reading.find(s.ada, aside)).toMatchObject({ kind: "here", note: aside, root: note });
  });

  it("is no answer and no reply that a tombstone would wait for", async () => {
    const question = await s.publish(s.ada, { motivation: "questioning" });
    const aside = await s.reply(s.teacher, question, { privately: true });
    for (const viewer of [s.ada, s.teacher])
      await expect(s.answer(viewer, question, aside)).rejects.toMatchObject({ code: "invalid" });
    await s.act(s.ada, "delete", question);
    expect(await s.records(s.ben, question)).toEqual({});
    expect((await s.records(s.ada, question)).desk).toMatchObject({ status: "deleted", body: "" });
    expect((await s.records(s.teacher, question)).staff).toMatchObject({ status: "deleted", body: "" });
    await s.act(s.ada, "undelete", question);
    expect(rooms(await s.records(s.ada, question))).toEqual(["reading"]);
    expect(await s.records(s.teacher, question)).toEqual({ reading: expect.anything() });
  });

  it("leaves a tombstone for its two sides while it is answered", async () => {
    const note = await s.publish(s.ada);
    const aside = await s.reply(s.teacher, note, { privately: true });
    const back = await s.reply(s.ada, aside);
    await s.act(s.teacher, "delete", aside);
    expect((await s.records(s.ada, aside)).desk).toMatchObject({ status: "deleted", body: "" });
    await s.act(s.ada, "delete", back);
    expect(await s.records(s.ada, aside)).toEqual({});
    expect(await s.records(s.teacher, aside)).toEqual({});
  });

  it.each(["ada", "ben", "observer"] as const)("is not for %s to write", async (who) => {
    const note = await s.publish(who === "ada" ? s.ben : s.ada);
    await expect(s.reply(s[who], note, { privately: true })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is not for one's own note, nor for those above or beside", async () => {
    const second = await s.site.addMember(s.group, "Tom", "teacher");
    const [own, theirs] = [await s.publish(s.teacher), await s.publish(second)];
    for (const note of [own, theirs])
      await expect(s.reply(s.teacher, note, { privately: true })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is not written to somebody who left", async () => {
    const note = await s.publish(s.ada);
    await s.site.writer.transact(async (store) => {
      await store.memberships.leave(s.group, s.ada.id, s.site.time.now);
      await store.audiences.dismiss({ groupId: s.group, memberId: s.ada.id, now: s.site.time.now });
    });
    await expect(s.reply(s.teacher, note, { privately: true })).rejects.toMatchObject({ code: "gone" });
  });

  it("is found by search on its two sides only", async () => {
    const note = await s.publish(s.ada);
    await s.reply(s.teacher, note, { privately: true, body: "Sotto voce" });
    const asked = { line: "sotto", sort: "time", show: "all", everywhere: false, after: null } as const;
    const found = async (viewer: typeof s.ada) => (await s.site.search.find(viewer, s.group, asked)).notes.length;
    expect([await found(s.ada), await found(s.teacher), await found(s.ben)]).toEqual([1, 1, 0]);
  });
});
