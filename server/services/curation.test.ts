import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import type { CurationCommand } from "#app/domain/moderation/curation-command.ts";
import { CURATION } from "#app/rooms/reading-room.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import { endLapsed } from "./moderation/curate-note.ts";
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

const run = (command: CurationCommand, viewer = mo) => s.site.curation.run(viewer, command);
const simple = (verb: "unpin" | "raise" | "feature" | "resolve" | "unresolve" | "lock" | "unlock", id: string) =>
  run({ verb, id });
const pin = (id: string, until: number | null = null) => run({ verb: "pin", id, until });
const shown = async (id: string, viewer = s.ben) => (await s.said(viewer, CURATION, id)).reading ?? null;
const pins = async () =>
  (await s.site.read.curation.pinnedBeside({ document: s.text.id, root: "", parent: null })).map(({ id }) => id);

describe("curation", () => {
  it("is seen by everybody, recorded without words, and taken back", async () => {
    const id = await s.publish(s.ada);
    const { decision } = await simple("feature", id);
    expect(await shown(id)).toMatchObject({ featured: true, pinned: null });
    expect(await s.site.read.record.find(decision ?? 0)).toMatchObject({ verb: "thread.feature", actor: mo.id });
    expect(await simple("feature", id)).toEqual({ decision: null });
    await s.site.moderation.undo(s.teacher, decision ?? 0);
    expect(await shown(id)).toBeNull();
  });

  it("taken back leaves what was decided beside it", async () => {
    const id = await s.publish(s.ada);
    await simple("lock", id);
    const { decision } = await simple("feature", id);
    await s.site.moderation.undo(mo, decision ?? 0);
    expect(await shown(id)).toMatchObject({ locked: true, featured: false });
  });

  it("shows nothing of what was hidden, and again once it is back", async () => {
    const id = await s.publish(s.ada);
    await simple("feature", id);
    await s.act(mo, "hide", id);
    expect(await shown(id)).toBeNull();
    await s.act(mo, "restore", id);
    expect(await shown(id)).toMatchObject({ featured: true });
  });

  it.each([
    ["another member", "ben", "forbidden"],
    ["a stranger", "stranger", "not-found"],
  ] as const)("is not for %s", async (_, who, code) => {
    const id = await s.publish(s.ada);
    await expect(run({ verb: "lock", id }, s[who])).rejects.toMatchObject({ code });
    await expect(run({ verb: "text-lock", id: s.text.id }, s[who])).rejects.toMatchObject({ code });
  });

  it("leaves resolving to the one who asked, too", async () => {
    const id = await s.publish(s.ada);
    await expect(run({ verb: "resolve", id }, s.ben)).rejects.toMatchObject({ code: "forbidden" });
    await run({ verb: "resolve", id }, s.ada);
    expect(await shown(id)).toMatchObject({ resolved: true });
  });
});

describe("pins", () => {
  it("are few, in order, and those who pin at once get different places", async () => {
    const ids = [await s.publish(s.ada), await s.publish(s.ada), await s.publish(s.ben), await s.publish(s.ben)];
    const [a = "", b = "", c = "", d = ""] = ids;
    await Promise.all([pin(a), pin(b), pin(c)]);
    expect(new Set(await pins())).toEqual(new Set([a, b, c]));
    await expect(pin(d)).rejects.toMatchObject({ code: "conflict" });
    await simple("raise", c);
    expect((await pins())[0]).toBe(c);
    await simple("unpin", a);
    await pin(d);
    expect((await pins()).at(-1)).toBe(d);
  });

  it("leave no gap for what is hidden", async () => {
    const ids = [await s.publish(s.ada), await s.publish(s.ada), await s.publish(s.ben), await s.publish(s.ben)];
    for (const id of ids.slice(0, 3)) await pin(id);
    await s.act(mo, "hide", ids[0] ?? "");
    await pin(ids[3] ?? "");
    await expect(pin(ids[0] ?? "")).rejects.toMatchObject({ code: "conflict" });
  });

  it("end by themselves, and everybody sees it", async () => {
    const id = await s.publish(s.ada);
    await pin(id, s.site.time.now + 100);
    const end = () =>
      s.site.writer.transact((store) => endLapsed({ store, now: s.site.time.now, newId: s.site.newId }, 10));
    await end();
    expect(await shown(id)).toMatchObject({ pinned: 0 });
    s.site.time.now += 100;
    expect(await end()).toBe(true);
    expect(await shown(id)).toBeNull();
    expect((await s.site.read.record.list({}, 1))[0]).toMatchObject({ verb: "thread.unpin", actorRole: "system" });
  });
});

describe("a lock", () => {
  it("on a thread stops replies and edits, but not of staff", async () => {
    const id = await s.publish(s.ada);
    const reply = await s.reply(s.ben, id);
    await simple("lock", id);
    await expect(s.reply(s.ben, reply)).rejects.toMatchObject({ code: "locked" });
    await expect(s.edit(s.ada, id, "Other words", 1)).rejects.toMatchObject({ code: "locked" });
    await s.reply(mo, id);
    await simple("unlock", id);
    await s.reply(s.ben, reply);
  });

  it("on a branch leaves the rest of the thread open", async () => {
    const id = await s.publish(s.ada);
    const branch = await s.reply(s.ben, id);
    await simple("lock", branch);
    await expect(s.reply(s.ada, branch)).rejects.toMatchObject({ code: "locked" });
    await s.reply(s.ada, id);
  });

  it("on a text stops everything", async () => {
    const id = await s.publish(s.ada);
    await run({ verb: "text-lock", id: s.text.id });
    await expect(s.publish(s.ada)).rejects.toMatchObject({ code: "locked" });
    await expect(s.reply(s.ben, id)).rejects.toMatchObject({ code: "locked" });
    await s.publish(s.teacher);
  });
});

describe("slow mode", () => {
  it("goes by the server's clock, for one person, and ends", async () => {
    const id = await s.publish(s.ada);
    await run({ verb: "slow", id, seconds: 60, until: s.site.time.now + 90_000 });
    await s.reply(s.ben, id);
    const [one, two] = await Promise.allSettled([s.reply(s.ben, id), s.reply(s.ben, id)]);
    expect([one.status, two.status]).toEqual(["rejected", "rejected"]);
    await expect(s.reply(s.ben, id)).rejects.toMatchObject({ code: "too-many", retryAfter: 60_000 });
    await s.reply(mo, id);
    s.site.time.now += 60_000;
    await s.reply(s.ben, id);
    s.site.time.now += 30_000;
    await s.reply(s.ben, id);
  });
});

describe("hours", () => {
  it("open and close a text", async () => {
    const { now } = s.site.time;
    const id = s.text.id;
    await expect(run({ verb: "text-schedule", id, opensAt: now, closesAt: now })).rejects.toMatchObject({
      code: "invalid",
    });
    await run({ verb: "text-schedule", id, opensAt: now + 10, closesAt: now + 20 });
    await expect(s.publish(s.ada)).rejects.toMatchObject({ code: "locked" });
    s.site.time.now += 10;
    await s.publish(s.ada);
    s.site.time.now += 10;
    await expect(s.publish(s.ada)).rejects.toMatchObject({ code: "locked" });
  });
});
