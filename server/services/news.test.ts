import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import { verify } from "./verification.ts";

let s: Seminar;

beforeEach(async () => {
  s = await openSeminar();
});

afterEach(async () => {
  expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
  await s.site.close();
});

const badge = async (viewer: Viewer) => (await s.site.news.badge(viewer)).unread;
const unread = async (viewer: Viewer) => (await s.site.documents.library(viewer, s.group))[0]?.unread;

describe("the inbox", () => {
  it("shows who, where, and the first words without their marks", async () => {
    const root = await s.publish(s.ada);
    const reply = await s.reply(s.ben, root, { body: "An *answer*" });
    const { entries, older } = await s.site.news.inbox(s.ada, { kind: null, before: null });
    expect(older).toBeNull();
    expect(entries).toMatchObject([
      {
        ...{ kind: "reply", root, note: reply, isRead: false, quote: "wall", excerpt: "An answer" },
        ...{ group: { id: s.group, name: "Seminar" }, document: { id: s.text.id }, by: { name: "Ben" } },
      },
    ]);
  });

  it("goes by kind, and in pages", async () => {
    const root = await s.publish(s.ada);
    for (let n = 0; n < 60; n += 1) await s.reply(s.ben, root);
    const first = await s.site.news.inbox(s.ada, { kind: "reply", before: null });
    const second = await s.site.news.inbox(s.ada, { kind: "reply", before: first.older });
    const ids = [...first.entries, ...second.entries].map(({ id }) => id);
    expect([first.entries.length, second.entries.length, new Set(ids).size]).toEqual([50, 10, 60]);
    expect(second.older).toBeNull();
    expect((await s.site.news.inbox(s.ada, { kind: "mention", before: null })).entries).toEqual([]);
  });

  it("marks one or all as read, and only the viewer's own", async () => {
    const root = await s.publish(s.ada);
    await s.reply(s.ben, root);
    await s.reply(s.ben, root);
    const [entry] = (await s.site.news.inbox(s.ada, { kind: null, before: null })).entries;
    await s.site.news.markRead(s.ben, entry?.id ?? "");
    expect(await badge(s.ada)).toBe(2);
    await s.site.news.markRead(s.ada, entry?.id ?? "");
    expect(await badge(s.ada)).toBe(1);
    await s.site.news.markRead(s.ada, "all");
    expect(await badge(s.ada)).toBe(0);
  });

  it("is empty for those who left, and as before for those who came back", async () => {
    const root = await s.publish(s.ada);
    await s.reply(s.ben, root);
    const at = { groupId: s.group, memberId: s.ada.id, now: s.site.time.now };
    await s.site.writer.transact(async (store) => {
      await store.memberships.leave(s.group, s.ada.id, at.now);
      await store.audiences.dismiss(at);
    });
    expect(await badge(s.ada)).toBe(0);
    expect((await s.site.news.inbox(s.ada, { kind: null, before: null })).entries).toEqual([]);
    await s.site.writer.transact(async (store) => {
      await store.memberships.admit({ ...at, role: "member", joinedAt: at.now });
      await store.audiences.admit({ ...at, role: "member", newId: s.site.newId });
    });
    expect(await badge(s.ada)).toBe(1);
  });
});

describe("what was really seen", () => {
  it("is one thread, up to a moment, and its news with it", async () => {
    const [one, two] = [await s.publish(s.ada), await s.publish(s.ada)];
    for (const root of [one, two]) await s.reply(s.ben, root);
    const seen = s.site.time.now;
    s.site.time.now += 10;
    await s.reply(s.ben, one);
    expect([await unread(s.ada), await badge(s.ada)]).toEqual([3, 3]);
    await s.site.news.read(s.ada, s.text.id, [{ root: one, at: seen }]);
    expect([await unread(s.ada), await badge(s.ada)]).toEqual([2, 2]);
    expect(await s.site.reading.open(s.ada, s.text.id)).toMatchObject({ seenAt: 0, read: [{ root: one, at: seen }] });
  });

  it("raises the watermark once nothing is new, and the rows below it go", async () => {
    const root = await s.publish(s.ben);
    s.site.time.now += 10;
    await s.site.news.read(s.ada, s.text.id, [{ root, at: s.site.time.now - 10 }]);
    expect(await s.site.reading.open(s.ada, s.text.id)).toMatchObject({ seenAt: s.site.time.now - 1, read: [] });
    const late = await s.publish(s.ben);
    expect(await unread(s.ada)).toBe(1);
    await s.site.news.read(s.ada, s.text.id, [{ root: late, at: s.site.time.now + 1_000_000 }]);
    expect(await unread(s.ada)).toBe(0);
    s.site.time.now += 1;
    await s.reply(s.ben, late);
    expect(await unread(s.ada)).toBe(1);
  });

  it("shows in the library where along the text something is new", async () => {
    const root = await s.publish(s.ben);
    const density = async () => (await s.site.documents.library(s.ada, s.group))[0];
    const fresh = (await density())?.unreadDensity.indexOf(1) ?? -1;
    expect((await density())?.density[fresh]).toBe(1);
    await s.site.news.read(s.ada, s.text.id, [{ root, at: s.site.time.now }]);
    expect((await density())?.unreadDensity).not.toContain(1);
    await s.reply(s.teacher, root);
    s.site.time.now += 1;
    await s.reply(s.teacher, root);
    expect((await density())?.unreadDensity[fresh]).toBe(1);
  });

  it("refuses what is malformed, and passes over what is not there", async () => {
    const many = Array.from({ length: 101 }, () => ({ root: s.site.newId(), at: 1 }));
    const read = (what: Parameters<typeof s.site.news.read>[2], by = s.ada) => s.site.news.read(by, s.text.id, what);
    await expect(read(many)).rejects.toMatchObject({ code: "invalid" });
    await expect(read([{ root: s.site.newId(), at: 0.5 }])).rejects.toMatchObject({ code: "invalid" });
    await expect(read("all", s.stranger)).rejects.toMatchObject({ code: "not-found" });
    await s.publish(s.ben);
    await read([{ root: s.site.newId(), at: s.site.time.now }]);
    expect(await unread(s.ada)).toBe(1);
  });
});

describe("following", () => {
  it("is kept, changed and taken back", async () => {
    const subject = { kind: "document", id: s.text.id, group: s.group } as const;
    await s.site.news.follow(s.ada, subject, "follow");
    await s.site.news.follow(s.ada, subject, "mute");
    expect(await s.site.news.following(s.ada, s.group)).toEqual([{ kind: "document", id: s.text.id, level: "mute" }]);
    await s.site.news.follow(s.ada, subject, null);
    expect(await s.site.news.following(s.ada, s.group)).toEqual([]);
  });

  it("is refused for what the viewer may not know of", async () => {
    const mine = await s.publish(s.ben, { placement: "me" });
    const shown = await s.publish(s.ben);
    const other = await s.site.addGroup("Elsewhere");
    const cases = [
      [s.ada, "thread", mine, s.group],
      [s.ada, "thread", shown, other],
      [s.ada, "document", s.site.newId(), s.group],
      [s.ada, "document", s.text.id, other],
      [s.ada, "group", other, other],
      [s.ada, "group", s.text.id, s.group],
      [s.ada, "member", s.stranger.id, s.group],
      [s.ada, "member", s.ada.id, s.group],
      [s.stranger, "group", s.group, s.group],
      [s.stranger, "document", s.text.id, s.group],
      [s.stranger, "member", s.ada.id, s.group],
    ] as const;
    for (const [viewer, kind, id, group] of cases) {
      const asked = s.site.news.follow(viewer, { kind, id, group }, "follow");
      await expect(asked, `${kind} ${id}`).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(s.site.news.following(s.stranger, s.group)).rejects.toMatchObject({ code: "not-found" });
  });
});
