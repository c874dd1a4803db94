import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { faces, type Reaction } from "#app/domain/annotation/reaction.ts";
import { eraseNotes } from "../annotations.ts";
import { verify } from "../verification.ts";
import { openSeminar, type Seminar } from "./test-seminar.ts";

let s: Seminar;
let note: string;

beforeEach(async () => {
  s = await openSeminar();
  note = await s.publish(s.ada);
});

afterEach(async () => {
  expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
  await s.site.close();
});

const seatOf = async (viewer: typeof s.ada) => (await s.site.reading.open(viewer, s.text.id)).ownSeats[0];

describe("reactions", () => {
  it("are seats by sign, oldest first, in the order of the signs", async () => {
    s.site.time.now += 1;
    await s.react(s.ben, note, "agree");
    s.site.time.now += 1;
    await s.react(s.ada, note, "agree");
    await s.react(s.teacher, note, "endorse");
    await s.react(s.ben, note, faces[0]);
    const [ada, ben, teacher] = [await seatOf(s.ada), await seatOf(s.ben), await seatOf(s.teacher)];
    const { reading } = await s.said(s.observer, "reactions", note);
    expect(JSON.stringify(reading)).toBe(JSON.stringify({ agree: [ben, ada], [faces[0]]: [ben], endorse: [teacher] }));
    await s.react(s.ben, note, "agree", false);
    expect((await s.said(s.ada, "reactions", note)).reading).toMatchObject({ agree: [ada] });
  });

  it("count once, however often they come, and leave the note as it is", async () => {
    const before = s.site.committed.flat().length;
    const answers = [];
    for (let i = 0; i < 3; i += 1) answers.push(await s.react(s.ben, note, "same-question"));
    expect(answers).toEqual(answers.map(() => ({ id: note, version: 1 })));
    await s.react(s.ben, note, "agree", false);
    expect(s.site.committed.flat().length).toBe(before + 1);
  });

  it("go, and leave nothing, when the last one is taken back", async () => {
    await s.react(s.ben, note, "agree");
    await s.react(s.ben, note, "agree", false);
    expect(await s.said(s.ada, "reactions", note)).toEqual({});
  });

  it("go with the note, and come back with it", async () => {
    await s.react(s.ben, note, "agree");
    await s.act(s.teacher, "hide", note);
    expect(await s.said(s.ben, "reactions", note)).toEqual({});
    expect(Object.keys(await s.said(s.ada, "reactions", note))).toEqual(["desk"]);
    await s.act(s.teacher, "restore", note);
    await s.act(s.ada, "delete", note);
    for (const viewer of [s.ada, s.ben, s.teacher]) expect(await s.said(viewer, "reactions", note)).toEqual({});
    const rows = s.site.database.read.sqlite.prepare("SELECT value FROM changes WHERE map = 'reactions'").pluck().all();
    expect(rows.filter((value) => value !== "0" && value !== "null")).toEqual([]);
    await s.act(s.ada, "undelete", note);
    expect(Object.keys(await s.said(s.ben, "reactions", note))).toEqual(["reading"]);
  });

  it("are not for what is hidden or gone", async () => {
    await s.reply(s.ben, note);
    await s.act(s.teacher, "hide", note);
    for (const viewer of [s.ada, s.ben, s.teacher])
      await expect(s.react(viewer, note, "agree")).rejects.toMatchObject({ code: "locked" });
  });

  it.each<["ada" | "ben" | "teacher" | "observer" | "stranger", Reaction, string]>([
    ["observer", "agree", "forbidden"],
    ["stranger", "agree", "not-found"],
    ["ben", "endorse", "forbidden"],
    ["ada", "endorse", "forbidden"],
    ["observer", "endorse", "forbidden"],
  ])("of %s: %s is %s", async (who, reaction, code) => {
    await expect(s.react(s[who], note, reaction)).rejects.toMatchObject({ code });
  });

  it("endorse what others wrote, as teachers and owners do, and are told once", async () => {
    const moderator = await s.site.addMember(s.group, "Mo", "moderator");
    const owner = await s.site.addMember(s.group, "Olga", "owner");
    await expect(s.react(moderator, note, "endorse")).rejects.toMatchObject({ code: "forbidden" });
    const own = await s.publish(s.teacher);
    await expect(s.react(s.teacher, own, "endorse")).rejects.toMatchObject({ code: "forbidden" });
    await s.react(s.teacher, note, "endorse");
    await s.react(s.teacher, note, "endorse");
    await s.react(owner, note, "endorse");
    await s.react(owner, note, "endorse", false);
    expect(s.told.filter(({ kind }) => kind === "endorsed")).toHaveLength(2);
  });

  it("are no word of ours when they are none of the signs", async () => {
    await expect(s.react(s.ben, note, "<b>" as Reaction)).rejects.toMatchObject({ code: "invalid" });
    await expect(s.react(s.ben, note, "__proto__" as Reaction)).rejects.toMatchObject({ code: "invalid" });
  });

  it("on a private reply carry the seat that the group knows", async () => {
    const aside = await s.reply(s.teacher, note, { privately: true });
    await s.react(s.ada, aside, "agree");
    expect(await s.said(s.teacher, "reactions", aside)).toEqual({ staff: { agree: [await seatOf(s.ada)] } });
    expect(await s.said(s.ben, "reactions", aside)).toEqual({});
  });

  it("go with a leaver who wants nothing to stay", async () => {
    await s.react(s.ben, note, "agree");
    await s.site.writer.transact((store) =>
      eraseNotes(store, { groupId: s.group, memberId: s.ben.id, now: s.site.time.now }),
    );
    expect(await s.said(s.ada, "reactions", note)).toEqual({});
  });
});
