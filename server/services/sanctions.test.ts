import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SanctionInput } from "#app/context/people.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { Role } from "#app/domain/group/group.ts";
import { type SanctionKind, type ScopeKind, sanctionKinds } from "#app/domain/moderation/sanction.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import { expireSanctions, needsApproval } from "./moderation/sanctions.ts";
import { codeOf, sanctionInput } from "./moderation/test-people.ts";
import { verify } from "./verification.ts";

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
const DAY = 24 * 60 * 60 * 1000;
const status = async (id: string) => (await s.site.read.annotations.find(id))?.status;
const newest = async () => (await s.site.read.record.list({}, 1))[0];

/** What Ada can still do: read, publish, reply in the thread, edit her own, react. */
async function asked(root: string, own: string): Promise<string> {
  const { version = 0 } = (await s.site.read.annotations.find(own)) ?? {};
  const doings = [
    () => s.site.reading.open(s.ada, s.text.id),
    () => s.publish(s.ada),
    () => s.reply(s.ada, root),
    () => s.edit(s.ada, own, `Words ${version}`, version),
    () => s.react(s.ada, root, "agree"),
  ];
  let row = "";
  for (const doing of doings) row += (await codeOf(doing())) === "done" ? "y" : "n";
  return row;
}

describe("each sanction in each scope", () => {
  /** What is left of reading, publishing, replying in the thread, editing in the thread, reacting in it. */
  const rows: readonly [SanctionKind, ScopeKind, string][] = [
    ["warn", "thread", "yynyy"],
    ["warn", "text", "ynnyy"],
    ["warn", "group", "ynnyy"],
    ["warn", "site", "ynnyy"],
    ["approve-first", "thread", "yyyyy"],
    ["approve-first", "group", "yyyyy"],
    ["mute", "thread", "yynnn"],
    ["mute", "text", "ynnnn"],
    ["mute", "group", "ynnnn"],
    ["mute", "site", "ynnnn"],
    ["suspend", "text", "nnnnn"],
    ["suspend", "group", "nnnnn"],
    ["suspend", "site", "nnnnn"],
    ["ban", "text", "nnnnn"],
    ["ban", "group", "nnnnn"],
    ["ban", "site", "nnnnn"],
  ];
  it.each(sanctionKinds)("%s takes just that, and nothing once it is lifted", async (kind) => {
    const root = await s.publish(s.ben);
    const own = await s.reply(s.ada, root);
    const admin = await s.site.addMember(s.group, "Root", "teacher");
    await s.site.writer.transact((store) => store.members.update(admin.id, { isAdmin: true }));
    for (const [of, scope, left] of rows) {
      if (of !== kind) continue;
      const scopeId = { thread: root, text: s.text.id, group: "", site: "" }[scope];
      const { sanction } = await impose(admin, s.ada, kind, { scope, scopeId });
      expect([scope, await asked(root, own)]).toEqual([scope, left]);
      await s.site.people.lift(admin, s.group, sanction, { restores: false, toMember: "" });
      expect([scope, await asked(root, own)]).toEqual([scope, "yyyyy"]);
    }
  });

  it.each(["suspend", "ban"] as const)("nobody is kept out of a thread: %s", async (kind) => {
    const root = await s.publish(s.ben);
    expect(await codeOf(impose(mo, s.ada, kind, { scope: "thread", scopeId: root }))).toBe("invalid");
  });

  it("holds there and nowhere else", async () => {
    const other = await s.site.addText(s.group, s.teacher);
    await impose(mo, s.ada, "ban", { scope: "text", scopeId: other.id });
    expect(await codeOf(s.publish(s.ada))).toBe("done");
    await expect(s.site.reading.open(s.ada, other.id)).rejects.toMatchObject({ code: "forbidden" });
    expect(await s.site.rights.enter(s.ada.id, { kind: "desk", document: other.id, member: s.ada.id })).toBe("unknown");
  });

  it("tells which, until when and where to appeal, and lets go of other rooms' rights", async () => {
    await impose(mo, s.ada, "mute", { days: 3 });
    const sentence = await s.publish(s.ada).catch((problem) => problem.sentence);
    expect(sentence).toMatch(/not write until 17 Nov 2023.*Personal attack.*Settings, Sanctions/u);
    const { rooms } = await s.site.reading.open(s.ada, s.text.id);
    const audience = rooms[0]?.room.split("/").at(-1) ?? "";
    const entry = await s.site.rights.enter(s.ada.id, { kind: "reading", document: s.text.id, audience });
    expect(entry).toMatchObject({ preview: false });
    const page = await s.site.rights.enter(s.ada.id, { kind: "notes", document: s.text.id, audience });
    expect(page).toMatchObject({ writes: false });
  });

  it("keeps a suspended member out of the group, in words, and lets them leave", async () => {
    await impose(mo, s.ada, "suspend");
    await expect(s.site.vocabulary.addTag(s.ada, s.group, { name: "x", colour: null, meaning: "" })).rejects.toThrow(
      "suspended",
    );
    expect(await codeOf(s.site.vocabulary.open(s.ada, s.group))).toBe("not-found");
    expect((await s.site.people.own(s.ada))[0]).toMatchObject({
      kind: "suspend",
      toMember: "Be kind.",
      imposedBy: null,
    });
  });
});

describe("a warning", () => {
  it("is acknowledged by who got it, before the next note", async () => {
    const { sanction } = await impose(mo, s.ada, "warn");
    await expect(s.publish(s.ada)).rejects.toMatchObject({
      code: "forbidden",
      sentence: expect.stringContaining("warning"),
    });
    expect(await codeOf(s.site.people.acknowledge(s.ben, sanction))).toBe("not-found");
    await s.site.people.acknowledge(s.ada, sanction);
    await s.site.people.acknowledge(s.ada, sanction);
    expect(await codeOf(s.publish(s.ada))).toBe("done");
    const rows = await s.site.read.record.list({ subject: { kind: "member", id: s.ada.id } }, 10);
    expect(rows.map(({ verb }) => verb)).toEqual(["member.acknowledge", "member.warn"]);
  });
});

describe("approval first", () => {
  it("is asked for where it holds, and not where it does not", async () => {
    await impose(mo, s.ada, "approve-first", { days: 7 });
    const { read, time } = s.site;
    const place = { group: s.group, document: s.text.id, thread: null };
    expect(await needsApproval(read, s.ada.id, place, time.now)).toBe(true);
    expect(await needsApproval(read, s.ben.id, place, time.now)).toBe(false);
    expect(await needsApproval(read, s.ada.id, { ...place, group: "other" }, time.now)).toBe(false);
    expect(await needsApproval(read, s.ada.id, place, time.now + 7 * DAY)).toBe(false);
  });
});

describe("rank", () => {
  const rows: readonly [Role, Role, string][] = [
    ["owner", "teacher", "done"],
    ["owner", "owner", "forbidden"],
    ["teacher", "owner", "forbidden"],
    ["teacher", "moderator", "done"],
    ["teacher", "teacher", "forbidden"],
    ["moderator", "member", "done"],
    ["moderator", "moderator", "forbidden"],
    ["member", "member", "forbidden"],
    ["observer", "member", "forbidden"],
  ];
  it("is above, never beside or below", async () => {
    for (const [actor, target, wanted] of rows) {
      const by = await s.site.addMember(s.group, "By", actor);
      const of = await s.site.addMember(s.group, "Of", target);
      expect([actor, target, await codeOf(impose(by, of, "mute"))]).toEqual([actor, target, wanted]);
      expect((await s.site.read.sanctions.ofMember(of.id)).length).toBe(wanted === "done" ? 1 : 0);
    }
  });

  it("is not over oneself, not from outside, not over the site without running it", async () => {
    expect(await codeOf(impose(mo, mo, "warn"))).toBe("forbidden");
    expect(await codeOf(impose(s.stranger, s.ada, "warn"))).toBe("not-found");
    expect(await codeOf(impose(s.teacher, s.ada, "mute", { scope: "site" }))).toBe("forbidden");
    expect(await codeOf(impose(mo, s.stranger, "ban"))).toBe("not-found");
    const other = await s.site.addText(await s.site.addGroup("Third"), s.teacher);
    expect(await codeOf(impose(mo, s.ada, "mute", { scope: "text", scopeId: other.id }))).toBe("not-found");
  });

  it("the last owner of a group that others are in is not shut out of the site", async () => {
    const admin = await s.site.addMember(s.group, "Root", "teacher");
    const owner = await s.site.addMember(s.group, "Ow", "owner");
    await s.site.writer.transact((store) => store.members.update(admin.id, { isAdmin: true }));
    expect(await codeOf(impose(admin, owner, "ban", { scope: "site" }))).toBe("conflict");
    await s.site.addMember(s.group, "Two", "owner");
    expect(await codeOf(impose(admin, owner, "ban", { scope: "site" }))).toBe("done");
  });

  it("is the rank at that moment: lifting is for who could give it now", async () => {
    const { sanction } = await impose(mo, s.ada, "mute");
    const input = { restores: false, toMember: "" };
    expect(await codeOf(s.site.people.lift(s.ada, s.group, sanction, input))).toBe("forbidden");
    expect(await codeOf(s.site.people.lift(s.stranger, s.group, sanction, input))).toBe("not-found");
    expect(await codeOf(s.site.people.lift(s.teacher, s.group, sanction, input))).toBe("done");
    expect(await codeOf(s.site.people.lift(s.teacher, s.group, sanction, input))).toBe("conflict");
  });
});

describe("time", () => {
  it("ends a sanction by itself, before any job has run, and the job says so once", async () => {
    await impose(mo, s.ada, "suspend", { days: 1 });
    const { time, writer, newId, read } = s.site;
    time.now += DAY - 1;
    expect(await codeOf(s.publish(s.ada))).toBe("forbidden");
    time.now += 1;
    expect(await codeOf(s.publish(s.ada))).toBe("done");
    s.site.committed.length = 0;
    const parts = { transact: writer.transact, newId };
    await expireSanctions(parts, time.now);
    await expireSanctions(parts, time.now);
    const rows = await read.record.list({ subject: { kind: "member", id: s.ada.id } }, 10);
    expect(rows.map(({ verb, actorRole }) => [verb, actorRole])).toEqual([
      ["member.lift", "system"],
      ["member.suspend", "moderator"],
    ]);
    expect(s.site.committed.flat()).toContainEqual({ kind: "rights", members: [s.ada.id] });
    expect((await read.sanctions.ofMember(s.ada.id))[0]?.ending).toBe("expired");
  });
});

describe("a ban that hides what they wrote", () => {
  it("hides it live in works of 25, leaves desks alone, and comes back when it is lifted", async () => {
    const old = await s.publish(s.ada);
    s.site.time.now += 2 * DAY;
    const notes: string[] = [];
    for (let n = 0; n < 30; n += 1) notes.push(await s.publish(s.ada));
    const secret = await s.publish(s.ada, { placement: "me" });
    const effects = await s.site.people.preview(mo, s.group, sanctionInput(s.ada, "ban", { hides: "day" }));
    expect(effects).toEqual({ endsAt: null, notesHidden: 30, claimsReleased: 0, closesRooms: true });
    s.site.committed.length = 0;
    const { sanction, hidden } = await impose(mo, s.ada, "ban", { hides: "day" });
    expect(hidden).toBe(30);
    expect(s.site.committed.filter((batch) => batch.some(({ kind }) => kind === "rows")).length).toBeGreaterThan(1);
    expect(await Promise.all([...notes.slice(0, 2), old, secret].map(status))).toEqual([
      "hidden",
      "hidden",
      "published",
      "published",
    ]);
    const [kept] = notes;
    if (kept !== undefined)
      await s.site.moderation.decide(mo, {
        note: kept,
        verb: "remove",
        version: 2,
        reason: "hate",
        toAuthor: "",
        toStaff: "",
      });
    const back = await s.site.people.lift(mo, s.group, sanction, { restores: true, toMember: "" });
    expect(back).toEqual({ restored: 29, skipped: 1 });
    expect([await status(kept ?? ""), await status(notes[29] ?? "")]).toEqual(["removed", "published"]);
    expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
  });

  it("is taken back whole, with its batch", async () => {
    const note = await s.publish(s.ada);
    await impose(mo, s.ada, "ban", { hides: "all" });
    const ban = (await s.site.people.card(mo, s.group, s.ada.id)).sanctions[0];
    expect(await codeOf(s.site.moderation.undo(s.ada, ban?.decision ?? 0))).toBe("forbidden");
    expect(await codeOf(s.site.moderation.undo(s.stranger, ban?.decision ?? 0))).toBe("not-found");
    await s.site.moderation.undo(mo, ban?.decision ?? 0);
    expect(await status(note)).toBe("published");
    expect(await codeOf(s.publish(s.ada))).toBe("done");
    const card = await s.site.people.card(mo, s.group, s.ada.id);
    expect(card.sanctions[0]).toMatchObject({ ending: "void", isInForce: false });
    expect(card.suggested.kind).toBe("warn");
    expect(await codeOf(s.site.moderation.undo(mo, ban?.decision ?? 0))).toBe("conflict");
  });

  it("lifting is taken back too", async () => {
    const { sanction } = await impose(mo, s.ada, "mute");
    await s.site.people.lift(mo, s.group, sanction, { restores: false, toMember: "" });
    await s.site.moderation.undo(mo, (await newest())?.seq ?? 0);
    expect(await codeOf(s.publish(s.ada))).toBe("forbidden");
  });

  it("of a moderator shuts the pages of moderators, and frees what they had claimed", async () => {
    const tess = await s.site.addMember(s.group, "Tess", "moderator");
    const item = s.site.newId();
    await s.site.writer.transact(async (store) => {
      const now = s.site.time.now;
      const row = { id: item, groupId: s.group, documentId: null, targetKind: "member", targetId: s.ben.id } as const;
      await store.queue.insert({ ...row, memberId: s.ben.id, priority: 1, openedAt: now, dueAt: now });
      await store.queue.update(item, { claimedBy: tess.id, claimUntil: now + 1000 });
    });
    await impose(s.teacher, tess, "ban");
    expect(await s.site.read.queue.find(item)).toMatchObject({ claimedBy: null });
    expect(await codeOf(s.site.people.list(tess, s.group, ""))).toBe("forbidden");
  });
});
