import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { UNDELETE_WITHIN } from "#app/domain/annotation/annotation.ts";
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

describe("editing", () => {
  it("swaps the body on the version that was seen, once", async () => {
    const id = await s.publish(s.ada);
    s.site.time.now += 5;
    expect(await s.edit(s.ada, id, "Better words", 1)).toEqual({ id, version: 2 });
    expect(await s.edit(s.ada, id, "Better words", 1)).toEqual({ id, version: 2 });
    await expect(s.edit(s.ada, id, "Other words", 1)).rejects.toMatchObject({ code: "conflict" });
    expect((await s.records(s.ben, id)).reading).toMatchObject({
      body: "Better words",
      edited: s.site.time.now,
      version: 2,
    });
  });

  it("blanks the superseded row in the feed", async () => {
    const id = await s.publish(s.ada, { body: "SENTINEL" });
    await s.edit(s.ada, id, "Better", 1);
    const rows = s.site.database.read.sqlite
      .prepare("SELECT value FROM changes WHERE key = ? ORDER BY seq")
      .pluck()
      .all(id);
    expect(rows[0]).toBe("0");
    expect(rows.join("")).not.toContain("SENTINEL");
  });

  it("is for the author alone, and changes the colour of a first note only", async () => {
    const id = await s.publish(s.ada);
    await expect(s.edit(s.teacher, id, "Mine now", 1)).rejects.toMatchObject({ code: "forbidden" });
    await expect(s.edit(s.stranger, id, "Mine now", 1)).rejects.toMatchObject({ code: "not-found" });
    const words = (await s.records(s.ada, id)).reading?.body ?? "";
    await s.run(s.ada, { verb: "edit", id, document: s.text.id, body: words, colour: "rose", version: 1 });
    expect((await s.records(s.ben, id)).reading).toMatchObject({ colour: "rose", edited: null, version: 2 });
    const answer = await s.reply(s.ben, id);
    await s.run(s.ben, { verb: "edit", id: answer, document: s.text.id, body: "Changed", colour: "rose", version: 1 });
    expect((await s.records(s.ada, answer)).reading).toMatchObject({ colour: null, body: "Changed" });
  });
});

describe("deleting", () => {
  it("takes a note without answers away, and brings it back in time", async () => {
    const id = await s.publish(s.ada);
    expect(await s.act(s.ada, "delete", id)).toEqual({ id, version: 2 });
    expect(await s.act(s.ada, "delete", id)).toEqual({ id, version: 2 });
    expect(await s.records(s.ada, id)).toEqual({});
    s.site.time.now += UNDELETE_WITHIN;
    expect(await s.act(s.ada, "undelete", id)).toEqual({ id, version: 3 });
    expect(await s.act(s.ada, "undelete", id)).toEqual({ id, version: 3 });
    expect(Object.keys(await s.records(s.ben, id))).toEqual(["reading"]);
    await s.act(s.ada, "delete", id);
    s.site.time.now += UNDELETE_WITHIN + 1;
    await expect(s.act(s.ada, "undelete", id)).rejects.toMatchObject({ code: "gone" });
  });

  it("leaves a tombstone while published answers stand, at any depth", async () => {
    const root = await s.publish(s.ada);
    const first = await s.reply(s.ben, root);
    const second = await s.reply(s.ada, first);
    await s.act(s.ada, "delete", root);
    await s.act(s.ben, "delete", first);
    for (const id of [root, first])
      expect((await s.records(s.ben, id)).reading).toMatchObject({ status: "deleted", body: "" });
    await expect(s.reply(s.ben, second)).rejects.toMatchObject({ code: "locked" });
    await s.act(s.ada, "delete", second);
    for (const id of [root, first, second]) expect(await s.records(s.teacher, id)).toEqual({});
  });

  it("does not bring back what was hidden before", async () => {
    const id = await s.publish(s.ada);
    await s.act(s.teacher, "hide", id);
    await s.act(s.ada, "delete", id);
    await s.act(s.ada, "undelete", id);
    expect(await s.records(s.ben, id)).toEqual({});
    expect((await s.records(s.ada, id)).desk).toMatchObject({ status: "hidden" });
  });

  it("is for the author alone", async () => {
    const id = await s.publish(s.ada);
    await expect(s.act(s.teacher, "delete", id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(s.act(s.stranger, "delete", id)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("hiding", () => {
  it("leaves the body to its author and to staff, a tombstone to readers where answers stand", async () => {
    const id = await s.publish(s.ada);
    expect(await s.act(s.teacher, "hide", id)).toEqual(await s.act(s.teacher, "hide", id));
    expect(await s.records(s.ben, id)).toEqual({});
    expect((await s.records(s.ada, id)).desk).toMatchObject({ status: "hidden", body: `Words of ${id}` });
    expect(Object.keys(await s.records(s.teacher, id))).toEqual(["staff"]);
    await s.act(s.teacher, "restore", id);
    await s.reply(s.ben, id);
    await s.act(s.teacher, "hide", id);
    expect((await s.records(s.ben, id)).reading).toMatchObject({ status: "hidden", body: "" });
    await expect(s.reply(s.ben, id)).rejects.toMatchObject({ code: "locked" });
    await s.act(s.teacher, "restore", id);
    expect(await s.records(s.ada, id)).toMatchObject({ reading: { status: "published", body: `Words of ${id}` } });
    expect(Object.keys(await s.records(s.ada, id))).toEqual(["reading"]);
  });

  it("is for staff, on notes of those below them", async () => {
    const second = await s.site.addMember(s.group, "Tom", "teacher");
    const id = await s.publish(s.ada);
    const equal = await s.publish(second);
    await expect(s.act(s.ben, "hide", id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(s.act(s.ada, "hide", id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(s.act(s.teacher, "hide", equal)).rejects.toMatchObject({ code: "forbidden" });
    await expect(s.act(s.stranger, "hide", id)).rejects.toMatchObject({ code: "not-found" });
  });
});
