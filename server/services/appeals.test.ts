import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import { APPEAL_EXPIRES_AFTER, APPEAL_WITHIN, MOST_OPEN_APPEALS } from "#app/domain/moderation/appeal.ts";
import { keptFor } from "#app/domain/moderation/retention.ts";
import type { NoteVerb } from "#app/domain/moderation/verb.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import { keepRetention } from "./moderation/retention.ts";
import { makeHeed } from "./news/heed.ts";
import { verify } from "./verification.ts";

let s: Seminar;
let mo: Viewer;

beforeEach(async () => {
  s = await openSeminar();
  mo = await s.site.addMember(s.group, "Mo", "moderator");
});

afterEach(async () => {
  expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
  await s.site.close();
});

async function decided(verb: NoteVerb = "remove", by = mo): Promise<{ note: string; decision: number }> {
  const note = await s.publish(s.ada, { body: "SENTINEL words" });
  const said = { reason: "attack", toAuthor: "Argue with the sentence.", toStaff: "SECRET" } as const;
  const { decision } = await s.site.moderation.decide(by, { note, verb, version: 1, ...said });
  return { note, decision: decision ?? 0 };
}
const appeal = (decision: number, viewer = s.ada) => s.site.appeals.open(viewer, decision, "It was about the text.");
const judge = (viewer: Viewer, id: string, outcome: "uphold" | "overturn" | "modify") =>
  s.site.appeals.decide(viewer, id, { outcome, words: "Looked at again." });
const caseFor = async (viewer: Viewer, id: string) =>
  (await s.site.appeals.list(viewer, s.group)).find((page) => page.appeal.id === id);
const status = async (id: string) => (await s.site.read.annotations.find(id))?.status;

describe("the one concerned", () => {
  it("reads what was decided, why and what was said to them, but not by whom", async () => {
    const { note } = await decided();
    const [own] = await s.site.record.own(s.ada);
    expect(own).toMatchObject({ note, excerpt: "SENTINEL words", appeal: null });
    expect(own?.row).toMatchObject({ verb: "note.remove", reason: "attack", actor: null, concerns: null });
    expect(JSON.stringify(own)).not.toMatch(/SECRET|Mo\b/u);
    expect(await s.site.record.own(s.ben)).toEqual([]);
  });

  it("is told in the inbox, and again when it is taken back", async () => {
    const { note, decision } = await decided();
    const kinds = async () =>
      (await s.site.news.inbox(s.ada, { kind: null, before: null })).entries.map(({ kind, note: id }) => [kind, id]);
    expect(await kinds()).toEqual([["decided", note]]);
    await s.site.news.markRead(s.ada, "all");
    await s.site.moderation.decide(mo, {
      ...{ note, verb: "restore", version: 2, reason: null, toAuthor: "", toStaff: "" },
    });
    expect((await s.site.news.badge(s.ada)).unread).toBe(1);
    expect(decision).toBe(1);
  });

  it("is not told of spam", async () => {
    await decided("spam");
    expect((await s.site.news.badge(s.ada)).unread).toBe(0);
  });
});

describe("an appeal", () => {
  it("comes into the queue, once, and is answered on the case", async () => {
    const { decision } = await decided();
    const { id } = await appeal(decision);
    await expect(appeal(decision)).rejects.toMatchObject({ code: "conflict" });
    expect(await s.site.read.queue.openOf("appeal", id)).toMatchObject({ state: "open", memberId: s.ada.id });
    await s.site.appeals.say(mo, id, "Which sentence?");
    await s.site.appeals.say(s.ada, id, "The second.");
    const [own] = await s.site.record.own(s.ada);
    expect(own?.appeal?.messages.map(({ by, words }) => [by, words])).toEqual([
      ["Ada", "It was about the text."],
      [null, "Which sentence?"],
      ["Ada", "The second."],
    ]);
  });

  it.each([
    ["another member", "ben"],
    ["a stranger", "stranger"],
  ] as const)("is not for %s", async (_, who) => {
    const { decision } = await decided();
    await expect(appeal(decision, s[who])).rejects.toMatchObject({ code: "not-found" });
    const { id } = await appeal(decision);
    await expect(s.site.appeals.say(s[who], id, "Me too")).rejects.toMatchObject({ code: "not-found" });
    await expect(s.site.appeals.list(s[who], s.group)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is made within two weeks, and only so many at a time", async () => {
    const { decision } = await decided();
    s.site.time.now += APPEAL_WITHIN + 1;
    await expect(appeal(decision)).rejects.toMatchObject({ code: "conflict" });
    for (let n = 0; n < MOST_OPEN_APPEALS; n += 1) await appeal((await decided()).decision);
    await expect(appeal((await decided()).decision)).rejects.toMatchObject({ code: "too-many" });
  });

  it("is looked at by somebody else where there is somebody", async () => {
    const { decision } = await decided();
    const { id } = await appeal(decision);
    await expect(judge(mo, id, "overturn")).rejects.toMatchObject({ code: "forbidden" });
    await expect(judge(s.ada, id, "overturn")).rejects.toMatchObject({ code: "not-found" });
    await judge(s.teacher, id, "uphold");
    await expect(judge(s.teacher, id, "overturn")).rejects.toMatchObject({ code: "conflict" });
  });

  it("is looked at by the only one who can where there is nobody else", async () => {
    const { decision } = await decided("remove", s.teacher);
    const { id } = await appeal(decision);
    const page = await caseFor(s.teacher, id);
    expect(page?.isForOthers).toBe(true);
    await s.site.writer.transact((store) => store.memberships.leave(s.group, mo.id, s.site.time.now));
    await judge(s.teacher, id, "overturn");
  });

  it.each([
    ["uphold", "removed", "upheld"],
    ["overturn", "published", "overturned"],
    ["modify", "hidden", "modified"],
  ] as const)("that ends with %s leaves the note %s", async (outcome, after, state) => {
    const { note, decision } = await decided();
    const { id } = await appeal(decision);
    await judge(s.teacher, id, outcome);
    expect(await status(note)).toBe(after);
    const page = await caseFor(s.teacher, id);
    expect(page?.appeal.state).toBe(state);
    expect(await s.site.read.queue.openOf("appeal", id)).toBeNull();
    expect((await s.site.read.record.list({}, 1))[0]?.verb).toBe(`appeal.${outcome}`);
  });

  it("expires when nobody looks", async () => {
    const { note, decision } = await decided();
    const { id } = await appeal(decision);
    s.site.time.now += APPEAL_EXPIRES_AFTER + 1;
    await retain();
    expect((await caseFor(s.teacher, id))?.appeal.state).toBe("expired");
    expect(await status(note)).toBe("removed");
  });
});

const retain = () =>
  keepRetention(
    {
      read: s.site.read,
      transact: s.site.writer.transact,
      newId: s.site.newId,
      heed: makeHeed({ newId: s.site.newId }),
    },
    s.site.time.now,
  );

describe("words whose time is over", () => {
  it.each([
    ["remove", "removed"],
    ["spam", "spam"],
  ] as const)("go for good: %s", async (verb, before) => {
    const { note } = await decided(verb);
    s.site.time.now += keptFor[before];
    await retain();
    expect(await status(note)).toBe(before);
    s.site.time.now += 1;
    await retain();
    expect([await status(note), (await s.site.read.annotations.find(note))?.body]).toEqual(["redacted", ""]);
    expect((await s.site.read.record.list({}, 1))[0]).toMatchObject({ verb: "note.redact", actorRole: "system" });
  });

  it("forget what was refused or nudged as long ago as spam", async () => {
    const attempt = {
      groupId: s.group,
      memberId: s.ada.id,
      noteId: s.site.newId(),
      outcome: "nudged",
      hash: 7,
    } as const;
    const at = s.site.time.now;
    await s.site.writer.transact((store) => store.ruleHits.attempt({ ...attempt, id: s.site.newId(), hits: [], at }));
    const isKept = () => s.site.read.ruleHits.wasNudged(s.ada.id, s.group, 7);
    s.site.time.now += keptFor.spam - 1;
    await retain();
    expect(await isKept()).toBe(true);
    s.site.time.now += 1;
    await retain();
    expect(await isKept()).toBe(false);
  });

  it("stay while an appeal is open", async () => {
    const { note, decision } = await decided();
    await appeal(decision);
    s.site.time.now += APPEAL_EXPIRES_AFTER - 1;
    await retain();
    expect(await status(note)).toBe("removed");
  });
});

describe("the record of a group", () => {
  const everything = { verb: null, reason: null, actor: null, from: null, until: null, before: null };
  const show = (to: "staff" | "members" | "everyone") =>
    s.site.writer.transact((store) => store.groups.update(s.group, { recordShown: to }));

  it("is whole for moderators", async () => {
    await decided();
    const page = await s.site.record.group(mo, s.group, everything);
    expect(page).toMatchObject({ isStaff: true, actors: [{ name: "Mo" }] });
    expect(page.rows[0]).toMatchObject({ actor: "Mo", concerns: "Ada", toStaff: "SECRET" });
  });

  it.each([
    ["staff", "ben", "not-found"],
    ["members", "ben", null],
    ["members", "stranger", "not-found"],
    ["members", null, "not-found"],
    ["everyone", "stranger", null],
    ["everyone", null, null],
  ] as const)("shown to %s answers %s with %s", async (to, who, refusal) => {
    const { note } = await decided();
    await show(to);
    const asked = s.site.record.group(who === null ? null : s[who], s.group, everything);
    if (refusal !== null) return expect(asked).rejects.toMatchObject({ code: refusal });
    const said = JSON.stringify((await asked).rows);
    for (const secret of [note, "SECRET", "Argue", "Mo", "Ada", mo.id, s.ada.id]) expect(said).not.toContain(secret);
  });

  it("cannot be asked by others what one moderator did", async () => {
    await decided();
    await show("members");
    const asked = { ...everything, actor: s.teacher.id };
    expect((await s.site.record.group(s.ben, s.group, asked)).rows.length).toBe(1);
    expect((await s.site.record.group(mo, s.group, asked)).rows.length).toBe(0);
  });

  it("leaves as a file that verifies, for moderators", async () => {
    for (let n = 0; n < 3; n += 1) await decided();
    const read = async (format: "csv" | "json") => {
      let text = "";
      const { chunks } = await s.site.record.take(mo, s.group, format);
      for await (const chunk of chunks) text += new TextDecoder().decode(chunk);
      return text;
    };
    const rows = JSON.parse(await read("json"));
    expect(rows.map(({ seq, previous }: { seq: number; previous: string }) => [seq, previous])).toEqual([
      [1, "0".repeat(64)],
      [2, rows[0].hash],
      [3, rows[1].hash],
    ]);
    expect((await read("csv")).split("\r\n").length).toBe(5);
    expect((await read("csv")) + (await read("json"))).not.toMatch(/SENTINEL|SECRET/u);
    await expect(s.site.record.take(s.ben, s.group, "csv")).rejects.toMatchObject({ code: "not-found" });
  });
});
