import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eraseNotes } from "../annotations.ts";
import { openSeminar, type Seminar } from "./test-seminar.ts";

let s: Seminar;
let id: string;

beforeEach(async () => {
  s = await openSeminar();
  id = await s.publish(s.ada, { body: "First" });
  s.site.time.now += 10;
  await s.edit(s.ada, id, "Second", 1);
});

afterEach(() => s.site.close());

const bodies = async (viewer: typeof s.ada) =>
  (await s.site.annotations.history(viewer, id)).map(({ body, at }) => [body, s.site.time.now - at]);

describe("the history of a note", () => {
  it("is every body with its time, oldest first, for all who see the note", async () => {
    for (const viewer of [s.ada, s.ben, s.teacher, s.observer])
      expect(await bodies(viewer)).toEqual([
        ["First", 10],
        ["Second", 0],
      ]);
  });

  it("is not found by strangers, nor by those who no longer see the note", async () => {
    await expect(bodies(s.stranger)).rejects.toMatchObject({ code: "not-found" });
    await expect(s.site.annotations.history(s.ada, s.site.newId())).rejects.toMatchObject({ code: "not-found" });
    await s.act(s.teacher, "hide", id);
    await expect(bodies(s.ben)).rejects.toMatchObject({ code: "not-found" });
    expect(await bodies(s.ada)).toHaveLength(2);
    expect(await bodies(s.teacher)).toHaveLength(2);
  });

  it("of a tombstone is nothing", async () => {
    await s.reply(s.ben, id);
    await s.act(s.ada, "delete", id);
    for (const viewer of [s.ada, s.ben, s.teacher]) expect(await bodies(viewer)).toEqual([]);
  });

  it("of what is redacted is gone for good", async () => {
    await s.reply(s.ben, id);
    await s.site.writer.transact((store) => eraseNotes(store, { groupId: s.group, memberId: s.ada.id, now: 1 }));
    expect(await bodies(s.ben)).toEqual([]);
    expect(await s.site.read.annotations.bodies(id)).toEqual([]);
  });
});
