import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SanctionInput } from "#app/context/people.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { SanctionKind } from "#app/domain/moderation/sanction.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import { codeOf, sanctionInput } from "./moderation/test-people.ts";

let s: Seminar;
let mo: Viewer;

beforeEach(async () => {
  s = await openSeminar();
  mo = await s.site.addMember(s.group, "Mo", "moderator");
});

afterEach(async () => {
  await s.site.close();
});

const impose = (by: Viewer, member: Viewer, kind: SanctionKind, more: Partial<SanctionInput> = {}) =>
  s.site.people.impose(by, s.group, sanctionInput(member, kind, more));
const newest = async () => (await s.site.read.record.list({}, 1))[0];

describe("moderating one text", () => {
  const delegate = (on: boolean, by = s.teacher, member = s.ada) =>
    s.site.people.delegate(by, s.group, { member: member.id, document: s.text.id, on });
  const kinds = async () => (await s.site.reading.open(s.ada, s.text.id)).rooms.map(({ room }) => room.split("/")[0]);

  it("counts for that text alone: staff room, decisions, sanctions there", async () => {
    const other = await s.site.addText(s.group, s.teacher);
    const note = await s.publish(s.ben);
    expect(await codeOf(s.act(s.ada, "hide", note))).toBe("forbidden");
    await delegate(true);
    expect(await kinds()).toContain("staff");
    expect(await codeOf(s.act(s.ada, "hide", note))).toBe("done");
    expect(await codeOf(impose(s.ada, s.ben, "mute", { scope: "text", scopeId: s.text.id }))).toBe("done");
    expect(await codeOf(impose(s.ada, s.ben, "mute"))).toBe("forbidden");
    expect(await codeOf(impose(s.ada, s.ben, "mute", { scope: "text", scopeId: other.id }))).toBe("forbidden");
    expect(await codeOf(s.site.people.list(s.ada, s.group, ""))).toBe("forbidden");
    const there = (await s.site.reading.open(s.ada, other.id)).rooms.map(({ room }) => room.split("/")[0]);
    expect(there).not.toContain("staff");
  });

  it("is equal to another who moderates it, and stays when the role changes below staff", async () => {
    await delegate(true);
    await delegate(true, s.teacher, s.ben);
    const note = await s.publish(s.ben);
    expect(await codeOf(s.act(s.ada, "hide", note))).toBe("forbidden");
    await delegate(false);
    expect(await kinds()).not.toContain("staff");
  });

  it("is given by owners and teachers to those below them, recorded, and taken back", async () => {
    expect(await codeOf(delegate(true, mo))).toBe("forbidden");
    expect(await codeOf(delegate(true, s.stranger))).toBe("not-found");
    expect(await codeOf(delegate(true, s.teacher, s.stranger))).toBe("not-found");
    await delegate(true);
    expect(await newest()).toMatchObject({ verb: "member.scope", document: s.text.id, after: { moderates: true } });
    await s.site.moderation.undo(s.teacher, (await newest())?.seq ?? 0);
    expect(await kinds()).not.toContain("staff");
  });
});

describe("notes about a member", () => {
  it("are among staff, and removed by who wrote them", async () => {
    await s.site.people.addNote(mo, s.group, s.ada.id, "Talked to her.");
    const [note] = (await s.site.people.card(s.teacher, s.group, s.ada.id)).notes;
    expect(note).toMatchObject({ words: "Talked to her.", author: "Mo", isOwn: false });
    expect(await codeOf(s.site.people.card(s.ada, s.group, s.ada.id))).toBe("forbidden");
    expect(await codeOf(s.site.people.dropNote(s.teacher, s.group, note?.id ?? ""))).toBe("not-found");
    expect(await codeOf(s.site.people.addNote(mo, s.group, s.stranger.id, "x"))).toBe("not-found");
    await s.site.people.dropNote(mo, s.group, note?.id ?? "");
    expect((await s.site.people.card(mo, s.group, s.ada.id)).notes).toEqual([]);
  });

  it("stand on a card that counts", async () => {
    const note = await s.publish(s.ada);
    await s.publish(s.ada);
    await s.site.moderation.decide(mo, {
      note,
      verb: "remove",
      version: 1,
      reason: "attack",
      toAuthor: "",
      toStaff: "",
    });
    expect(await s.site.people.card(mo, s.group, s.ada.id)).toMatchObject({ published: 1, removed: 1, hidden: 0 });
    const [first] = await s.site.people.list(mo, s.group, "ad");
    expect(first).toMatchObject({ name: "Ada", published: 1, takenAway: 1, inForce: [] });
  });
});

describe("ignoring", () => {
  it("folds notes of members for that reader alone, and ends news from anybody", async () => {
    await s.site.ignores.set(s.ada, s.ben.id, true);
    await s.site.ignores.set(s.ada, s.teacher.id, true);
    const page = await s.site.reading.open(s.ada, s.text.id);
    const ignored = page.seats.filter(({ seat }) => page.ignored.includes(seat)).map(({ name }) => name);
    expect(new Set(ignored)).toEqual(new Set(["Ben"]));
    expect((await s.site.reading.open(s.teacher, s.text.id)).ignored).toEqual([]);
    const root = await s.publish(s.ada);
    await s.reply(s.ben, root);
    await s.reply(s.teacher, root);
    expect((await s.site.news.badge(s.ada)).unread).toBe(0);
    await s.site.ignores.set(s.ada, s.ben.id, false);
    await s.reply(s.ben, root);
    expect((await s.site.news.badge(s.ada)).unread).toBe(1);
  });

  it("is of people one reads with, and not of oneself", async () => {
    expect(await codeOf(s.site.ignores.set(s.ada, s.stranger.id, true))).toBe("not-found");
    expect(await codeOf(s.site.ignores.set(s.ada, s.ada.id, true))).toBe("invalid");
  });
});

describe("an appeal against a ban", () => {
  it("is made from outside, decided by another, and brings back the member and what they wrote", async () => {
    const note = await s.publish(s.ada);
    await s.site.people.impose(mo, s.group, sanctionInput(s.ada, "ban", { hides: "all" }));
    const [ban] = await s.site.people.own(s.ada);
    const { id } = await s.site.appeals.open(s.ada, ban?.decision ?? 0, "It was a quotation.");
    await s.site.people.addNote(mo, s.group, s.ada.id, "Appealed.");
    expect(await codeOf(s.site.appeals.decide(mo, id, { outcome: "overturn", words: "No." }))).toBe("forbidden");
    await s.site.appeals.decide(s.teacher, id, { outcome: "overturn", words: "It was." });
    expect((await s.site.read.annotations.find(note))?.status).toBe("published");
    expect(await codeOf(s.publish(s.ada))).toBe("done");
  });

  it("is not judged by a moderator who is kept out themselves", async () => {
    await s.site.people.impose(mo, s.group, sanctionInput(s.ada, "mute"));
    const [mute] = await s.site.people.own(s.ada);
    const { id } = await s.site.appeals.open(s.ada, mute?.decision ?? 0, "Why?");
    const second = await s.site.addMember(s.group, "Two", "moderator");
    await s.site.people.impose(s.teacher, s.group, sanctionInput(second, "suspend"));
    expect(await codeOf(s.site.appeals.decide(second, id, { outcome: "overturn", words: "Fine." }))).toBe("not-found");
    expect(await codeOf(s.site.appeals.list(second, s.group))).toBe("not-found");
  });
});
