import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verify } from "../verification.ts";
import { openSeminar, type Seminar } from "./test-seminar.ts";

let s: Seminar;
let question: string;
let reply: string;

beforeEach(async () => {
  s = await openSeminar();
  question = await s.publish(s.ada, { motivation: "questioning" });
  reply = await s.reply(s.ben, question);
});

afterEach(async () => {
  expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
  await s.site.close();
});

const state = async (viewer = s.ben) => (await s.said(viewer, "threads", question)).reading;
const reopen = (viewer: typeof s.ada) => s.run(viewer, { verb: "reopen", id: question, document: s.text.id });

describe("a question", () => {
  it("is answered, answered by another reply, and open again", async () => {
    expect(await state()).toBeUndefined();
    s.site.time.now += 5;
    const [by] = (await s.site.reading.open(s.ada, s.text.id)).ownSeats;
    expect(await s.answer(s.ada, question, reply)).toEqual({ id: question, version: 1 });
    expect(await state()).toEqual({ state: "answered", by, answer: reply, at: s.site.time.now });
    const other = await s.reply(s.teacher, reply);
    await s.answer(s.teacher, question, other);
    expect(await state()).toMatchObject({ answer: other });
    await s.answer(s.ada, question);
    expect(await state()).toMatchObject({ state: "answered", answer: null });
    await reopen(s.teacher);
    expect(await state()).toMatchObject({ state: "open", answer: null });
  });

  it("is told of once, however often the command comes", async () => {
    const at = s.site.time.now;
    for (let i = 0; i < 3; i += 1) {
      await s.answer(s.ada, question, reply);
      s.site.time.now += 1;
    }
    expect(await state()).toMatchObject({ at });
    for (let i = 0; i < 3; i += 1) await reopen(s.ada);
    const told = s.told.filter(({ kind }) => kind === "answered" || kind === "reopened");
    expect(told.map((event) => [event.kind, event.note.id])).toEqual([
      ["answered", question],
      ["reopened", question],
    ]);
  });

  it.each(["ben", "observer", "stranger"] as const)("is not for %s to close or open", async (who) => {
    const code = who === "stranger" ? "not-found" : "forbidden";
    await expect(s.answer(s[who], question, reply)).rejects.toMatchObject({ code });
    await s.answer(s.ada, question, reply);
    await expect(reopen(s[who])).rejects.toMatchObject({ code });
  });

  it("is answered by a reply in its thread that everyone sees, and by nothing else", async () => {
    const elsewhere = await s.reply(s.ben, await s.publish(s.ada));
    const hidden = await s.reply(s.ben, question);
    await s.act(s.teacher, "hide", hidden);
    const aside = await s.reply(s.teacher, question, { privately: true });
    for (const by of [elsewhere, hidden, aside, question, s.site.newId()])
      await expect(s.answer(s.ada, question, by)).rejects.toMatchObject({ code: "invalid" });
  });

  it("keeps its state when the answer goes, but names it no more", async () => {
    await s.answer(s.ada, question, reply);
    await s.act(s.teacher, "hide", reply);
    expect(await state()).toMatchObject({ state: "answered", answer: null });
    await s.act(s.teacher, "restore", reply);
    expect(await state()).toMatchObject({ answer: reply });
  });

  it("takes its state along when it is hidden or deleted", async () => {
    await s.answer(s.ada, question, reply);
    await s.act(s.teacher, "hide", question);
    expect(await s.said(s.ben, "threads", question)).toEqual({});
    expect(await s.said(s.ada, "threads", question)).toMatchObject({ desk: { state: "answered" } });
    await expect(reopen(s.ada)).rejects.toMatchObject({ code: "locked" });
    await s.act(s.teacher, "restore", question);
    await s.act(s.ada, "delete", question);
    for (const viewer of [s.ada, s.ben, s.teacher]) expect(await s.said(viewer, "threads", question)).toEqual({});
  });

  it("is the only note that can be answered", async () => {
    const note = await s.publish(s.ada);
    for (const id of [note, reply]) {
      const viewer = id === reply ? s.ben : s.ada;
      await expect(s.answer(viewer, id)).rejects.toMatchObject({ code: "invalid" });
    }
  });

  it("on a desk is its author's own", async () => {
    const own = await s.publish(s.ada, { motivation: "questioning", placement: "me" });
    await s.answer(s.ada, own);
    expect(await s.said(s.ada, "threads", own)).toMatchObject({ desk: { state: "answered" } });
    await expect(s.answer(s.teacher, own)).rejects.toMatchObject({ code: "not-found" });
  });
});
