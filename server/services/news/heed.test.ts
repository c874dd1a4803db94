import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import type { InboxRecord } from "#app/rooms/inbox-room.ts";
import { openSeminar, type Seminar } from "../annotations/test-seminar.ts";
import { verify } from "../verification.ts";
import { makeHeed } from "./heed.ts";

let s: Seminar;

beforeEach(async () => {
  s = await openSeminar();
});

afterEach(async () => {
  expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
  await s.site.close();
});

/** What the member's inbox shows, newest first: kind and note. */
const news = async (viewer: Viewer) =>
  (await s.site.news.inbox(viewer, { kind: null, before: null })).entries.map(({ kind, note }) => [kind, note]);
const badge = async (viewer: Viewer) => (await s.site.news.badge(viewer)).unread;
/** What the member's inbox room says, unread ones only. */
async function live(viewer: Viewer): Promise<number> {
  const { room, epoch } = await s.site.news.badge(viewer);
  const head = await s.site.read.feed.head(room);
  const rows = await s.site.read.feed.rows(room, epoch, 1, head?.seq ?? 0);
  const said = new Map(rows.filter(({ map }) => map === "notifications").map(({ key, value }) => [key, value]));
  const records = [...said.values()].map((value): InboxRecord | null => JSON.parse(value ?? "null"));
  return records.filter((record) => record !== null && !record.isRead).length;
}
const follow = (
  viewer: Viewer,
  kind: "group" | "document" | "thread" | "member",
  id: string,
  level = "follow" as const,
) => s.site.news.follow(viewer, { kind, id, group: s.group }, level);
const mute = (viewer: Viewer, kind: "group" | "document" | "thread" | "member", id: string) =>
  s.site.news.follow(viewer, { kind, id, group: s.group }, "mute");
/** An event as the commands on mentions, answers and endorsements tell it. */
async function tell(by: Viewer, kind: "published" | "edited", id: string, mentioned: readonly Viewer[]) {
  await s.site.writer.transact(async (store) => {
    const note = await store.annotations.find(id);
    if (note === null) throw new Error("no such note");
    const heed = makeHeed({ newId: s.site.newId });
    const at = { member: by.id, seat: note.placements[0]?.seat ?? "", now: s.site.time.now };
    await heed(store, { kind, note, mentioned: mentioned.map(({ id }) => id) }, at);
  });
}
async function say(by: Viewer, kind: "answered" | "reopened" | "endorsed", id: string) {
  await s.site.writer.transact(async (store) => {
    const note = await store.annotations.find(id);
    if (note === null) throw new Error("no such note");
    const at = { member: by.id, seat: note.placements[0]?.seat ?? "", now: s.site.time.now };
    const event = kind === "answered" ? { kind, note, answer: null } : { kind, note };
    await makeHeed({ newId: s.site.newId })(store, event, at);
  });
}

describe("being told", () => {
  it("of replies in threads that one began or wrote in, never of one's own", async () => {
    const root = await s.publish(s.ada);
    const first = await s.reply(s.ben, root);
    s.site.time.now += 1;
    const second = await s.reply(s.teacher, root);
    expect(await news(s.ada)).toEqual([
      ["reply", second],
      ["reply", first],
    ]);
    expect(await news(s.ben)).toEqual([["reply", second]]);
    expect(await news(s.teacher)).toEqual([]);
    expect([await badge(s.ada), await live(s.ada)]).toEqual([2, 2]);
  });

  it("of what is followed: the group, a text, a person", async () => {
    await follow(s.ada, "group", s.group);
    await follow(s.ben, "member", s.teacher.id);
    await follow(s.observer, "document", s.text.id);
    const id = await s.publish(s.teacher);
    for (const viewer of [s.ada, s.ben, s.observer]) expect(await news(viewer)).toEqual([["note", id]]);
    await s.publish(s.ada, { placement: "me" });
    expect(await badge(s.observer)).toBe(1);
  });

  it("not where it was muted", async () => {
    const root = await s.publish(s.ada);
    await mute(s.ada, "thread", root);
    await s.reply(s.ben, root);
    await follow(s.ben, "group", s.group);
    await mute(s.ben, "member", s.teacher.id);
    await s.publish(s.teacher);
    expect([await badge(s.ada), await badge(s.ben)]).toEqual([0, 0]);
  });

  it("of being named, also in a muted thread, but not by a muted person", async () => {
    const root = await s.publish(s.ada);
    await mute(s.ben, "thread", root);
    await mute(s.observer, "member", s.ada.id);
    await tell(s.ada, "edited", root, [s.ben, s.observer, s.stranger, s.ada]);
    expect(await news(s.ben)).toEqual([["mention", root]]);
    for (const viewer of [s.observer, s.stranger, s.ada]) expect(await badge(viewer)).toBe(0);
    await s.reply(s.teacher, root);
    expect(await badge(s.ben)).toBe(1);
  });

  it("once for each note, by the strongest reason", async () => {
    await follow(s.ben, "group", s.group);
    const id = await s.publish(s.ada);
    expect(await news(s.ben)).toEqual([["note", id]]);
    await s.site.news.markRead(s.ben, "all");
    await tell(s.ada, "edited", id, [s.ben]);
    await tell(s.ada, "edited", id, [s.ben]);
    expect(await news(s.ben)).toEqual([["mention", id]]);
    expect([await badge(s.ben), await live(s.ben)]).toEqual([1, 1]);
  });

  it("and the thread of a note that names one is followed from then on", async () => {
    const root = await s.publish(s.ada);
    await tell(s.ada, "edited", root, [s.ben]);
    const reply = await s.reply(s.teacher, root);
    expect(await news(s.ben)).toContainEqual(["reply", reply]);
  });

  it("of an answer and an endorsement, until the question is open again", async () => {
    const question = await s.publish(s.ada, { motivation: "questioning" });
    const note = await s.publish(s.ada);
    await say(s.teacher, "answered", question);
    await say(s.teacher, "endorsed", note);
    await say(s.ada, "answered", question);
    expect((await news(s.ada)).toSorted()).toEqual([
      ["answered", question],
      ["endorsed", note],
    ]);
    await say(s.teacher, "reopened", question);
    expect(await news(s.ada)).toEqual([["endorsed", note]]);
    expect(await live(s.ada)).toBe(1);
  });

  it("in private, where staff reply on the desk of one member", async () => {
    const root = await s.publish(s.ada);
    await follow(s.ben, "document", s.text.id);
    const id = await s.reply(s.teacher, root, { privately: true, body: "Between us" });
    expect(await news(s.ada)).toEqual([["private", id]]);
    expect([await badge(s.ben), await live(s.ben)]).toEqual([0, 0]);
  });
});

describe("what can no longer be seen", () => {
  it("is told to nobody, and comes back unchanged", async () => {
    const root = await s.publish(s.ada);
    const reply = await s.reply(s.ben, root);
    await s.act(s.teacher, "hide", reply);
    expect([await badge(s.ada), await live(s.ada), (await news(s.ada)).length]).toEqual([0, 0, 0]);
    await s.act(s.teacher, "restore", reply);
    expect([await badge(s.ada), await live(s.ada)]).toEqual([1, 1]);
    await s.act(s.ben, "delete", reply);
    expect([await badge(s.ada), await live(s.ada)]).toEqual([0, 0]);
  });

  it("stays for staff while it is hidden from readers", async () => {
    await follow(s.teacher, "document", s.text.id);
    const id = await s.publish(s.ada);
    const mo = await s.site.addMember(s.group, "Mo", "moderator");
    await s.act(mo, "hide", id);
    expect([await badge(s.teacher), await live(s.teacher)]).toEqual([1, 1]);
  });

  it("takes a name back that an edit took out", async () => {
    const root = await s.publish(s.ada);
    await tell(s.ada, "edited", root, [s.observer]);
    expect(await badge(s.observer)).toBe(1);
    await follow(s.ben, "group", s.group);
    await tell(s.ada, "edited", root, [s.ben]);
    await s.edit(s.ada, root, "Nobody is named here", 1);
    expect([await news(s.observer), await live(s.observer)]).toEqual([[], 0]);
    expect(await news(s.ben)).toEqual([["note", root]]);
  });
});
