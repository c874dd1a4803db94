import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eraseNotes } from "../annotations.ts";
import { publishCommand } from "../test-site.ts";
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

describe("a private note", () => {
  it("stands on its author's desk only, with its answers", async () => {
    const id = await s.publish(s.ada, { placement: "me" });
    const answer = await s.reply(s.ada, id);
    for (const note of [id, answer]) {
      expect(Object.keys(await s.records(s.ada, note))).toEqual(["desk"]);
      expect(await s.records(s.teacher, note)).toEqual({});
    }
    for (const viewer of [s.ben, s.teacher]) {
      await expect(s.reply(viewer, id)).rejects.toMatchObject({ code: "not-found" });
      await expect(s.act(viewer, "hide", id)).rejects.toMatchObject({ code: "not-found" });
      await expect(s.site.reading.find(viewer, id)).rejects.toMatchObject({ code: "not-found" });
    }
  });
});

describe("commands that point elsewhere", () => {
  it("are not found, whether or not the note exists (Z2)", async () => {
    const other = await s.site.addText(s.group, s.teacher);
    const elsewhere = (await s.run(s.ada, publishCommand(other, s.site.newId()))).id;
    for (const id of [elsewhere, s.site.newId()]) {
      await expect(s.reply(s.ben, id)).rejects.toMatchObject({ code: "not-found" });
      await expect(s.edit(s.ada, id, "x", 1)).rejects.toMatchObject({ code: "not-found" });
      await expect(s.act(s.ada, "delete", id)).rejects.toMatchObject({ code: "not-found" });
    }
  });

  it.each([{ verb: "purge" }, { verb: "delete", id: "../x" }, {}, null])(
    "are invalid when malformed: %j",
    async (command) => {
      await expect(s.run(s.ada, command as never)).rejects.toMatchObject({ code: "invalid" });
    },
  );
});

describe("rights that end (Z5)", () => {
  it("are read again inside the transaction", async () => {
    const leave = s.site.writer.transact(async (store) => {
      await store.memberships.leave(s.group, s.ada.id, s.site.time.now);
      await store.audiences.dismiss({ groupId: s.group, memberId: s.ada.id, now: s.site.time.now });
    });
    const late = s.publish(s.ada);
    await leave;
    await expect(late).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("erasing what a leaver wrote", () => {
  it("removes every body, keeps tombstones where others answered", async () => {
    const answered = await s.publish(s.ada, { body: "SENTINEL one" });
    const alone = await s.publish(s.ada, { body: "SENTINEL two" });
    const ownDesk = await s.publish(s.ada, { body: "SENTINEL three", placement: "me" });
    await s.reply(s.ben, answered);
    await s.site.writer.transact((store) =>
      eraseNotes(store, { groupId: s.group, memberId: s.ada.id, now: s.site.time.now }),
    );
    expect((await s.records(s.ben, answered)).reading).toMatchObject({ status: "redacted", body: "" });
    expect(await s.records(s.ben, alone)).toEqual({});
    expect(await s.records(s.ada, ownDesk)).toEqual({});
    for (const table of ["changes", "annotation_revisions", "note_words"]) {
      const rows = s.site.database.read.sqlite.prepare(`SELECT * FROM ${table}`).all();
      expect(JSON.stringify(rows)).not.toContain("SENTINEL");
    }
    await expect(s.act(s.ada, "undelete", alone)).rejects.toMatchObject({ code: "gone" });
  });

  it("goes on work by work, of fifty notes each, reactions last", async () => {
    for (let n = 0; n < 60; n += 1) await s.publish(s.ada);
    const others = await s.publish(s.ben);
    await s.react(s.ada, others, "agree");
    const leaver = { groupId: s.group, memberId: s.ada.id, now: s.site.time.now };
    const left = () => s.site.read.annotations.idsOf(s.ada.id, s.group, 100);
    const step = () => s.site.writer.transact((store) => eraseNotes(store, leaver));
    expect([await step(), (await left()).length]).toEqual([false, 10]);
    expect([await step(), (await left()).length]).toEqual([true, 0]);
    expect(await s.said(s.ben, "reactions", others)).toEqual({});
  });
});
