import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CLAIM_LEASE } from "#app/domain/moderation/queue.ts";
import { openQueueScene, type QueueScene } from "./moderation/test-queue.ts";
import { verify } from "./verification.ts";

let s: QueueScene;

beforeEach(async () => {
  s = await openQueueScene();
});

afterEach(async () => {
  expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
  await s.site.close();
});

describe("a decision from the queue", () => {
  it("is made once, names who was faster, and leaves the room", async () => {
    const id = await s.publish(s.ada);
    await s.report(s.ben, id);
    const row = await s.only(s.mo);
    const both = await Promise.allSettled([s.decide(row, s.mo, "remove"), s.decide(row, s.vi, "publish")]);
    expect(both[0]).toMatchObject({ status: "fulfilled" });
    expect(both[1]).toMatchObject({ reason: { code: "conflict", sentence: expect.stringContaining("Mo") } });
    expect(await s.decide(row, s.vi, "remove")).toEqual({ decision: null });
    expect(await s.inRoom(row.id)).toBeNull();
    const [done] = await s.site.queue.rows(s.vi, s.group, [row.id]);
    expect(done?.decided).toMatchObject({ verb: "note.remove", by: { name: "Mo" }, reason: "attack" });
    expect((await s.list(s.vi, "done")).rows.map((one) => one.id)).toEqual([row.id]);
  });

  it("is refused when a report or an edit came in between", async () => {
    const id = await s.publish(s.ada);
    await s.report(s.ben, id);
    const row = await s.only(s.mo);
    await s.report(s.teacher, id);
    await expect(s.decide(row, s.mo, "remove")).rejects.toMatchObject({ code: "conflict" });
    const again = await s.only(s.mo);
    await s.edit(s.ada, id, "Better words", 1);
    await expect(s.decide(again, s.mo, "remove")).rejects.toMatchObject({ code: "conflict" });
    expect((await s.only(s.mo)).kinds).toContain("edit");
  });

  it("shows on the card what it needs", async () => {
    const root = await s.publish(s.ada, { body: "First" });
    const id = await s.reply(s.ada, root, { body: "Second" });
    await s.report(s.ben, id, "attack", "at me");
    await s.edit(s.ada, id, "Third", 1);
    const row = await s.only(s.mo);
    await s.site.queue.note(s.mo, { item: row.id, words: "What do you think?" });
    const card = await s.site.queue.open(s.vi, row.id);
    expect(card.passage?.blocks.map(({ text }) => text)[0]).toBe("A wall divides.");
    expect(card.passage?.anchor).toEqual({ start: 2, end: 6 });
    expect(card.thread.map(({ body, depth, isTarget }) => [body, depth, isTarget])).toEqual([
      ["First", 0, false],
      ["Third", 1, true],
    ]);
    expect(card.history.bodies.map(({ text }) => text)).toEqual(["Third", "Second"]);
    expect(card.reports[0]).toMatchObject({ by: { name: "Ben" }, words: "at me", isCurrent: false });
    expect(card.author).toMatchObject({ name: "Ada", role: "member", published: 2, removed: 0 });
    expect(card.notes.map(({ words }) => words)).toEqual(["What do you think?"]);
    expect(card.verbs).toEqual(["publish", "hold", "hide", "remove", "spam", "revise", "uphold", "dismiss"]);
  });
});

describe("a claim", () => {
  it("keeps others from deciding until it runs out or is taken over", async () => {
    const id = await s.publish(s.ada);
    await s.report(s.ben, id);
    const row = await s.only(s.mo);
    const { version, until } = await s.site.queue.claim(s.mo, { item: row.id, takeOver: false });
    expect(await s.inRoom(row.id)).toMatchObject({ version, claim: { by: s.mo.id, until } });
    const theirs = await s.only(s.vi);
    await expect(s.decide(theirs, s.vi, "hide")).rejects.toMatchObject({ sentence: expect.stringContaining("Mo") });
    const again = { item: row.id, takeOver: false };
    await expect(s.site.queue.claim(s.vi, again)).rejects.toMatchObject({ code: "conflict" });
    s.site.time.now += 1_000;
    expect(await s.site.queue.claim(s.mo, again)).toEqual({ version, until: (until ?? 0) + 1_000 });
    expect((await s.list(s.vi)).counts).toMatchObject({ open: 1, "needs-me": 0 });
    s.site.time.now += CLAIM_LEASE;
    await s.decide(theirs, s.vi, "hide");
    expect(await s.noteStatus(id)).toBe("hidden");
  });

  it("and an assignment go to those who may decide, and end with the role", async () => {
    const id = await s.publish(s.vi);
    await s.report(s.ben, id);
    const row = await s.only(s.teacher);
    for (const member of [s.vi.id, s.mo.id, s.ada.id]) {
      await expect(s.site.queue.assign(s.teacher, { item: row.id, member })).rejects.toMatchObject({ code: "invalid" });
    }
    await s.site.queue.assign(s.teacher, { item: row.id, member: "least" });
    expect((await s.only(s.teacher)).assignedTo?.id).toBe(s.teacher.id);
    await s.site.queue.escalate(s.teacher, row.id, true);
    expect((await s.list(s.teacher, "needs-me")).rows.length).toBe(1);
    expect((await s.site.read.record.list({}, 9)).map(({ verb }) => verb)).toEqual(["item.escalate", "item.assign"]);
  });
});

describe("a batch", () => {
  it("decides what it can, says why not for the rest, and is taken back as a whole", async () => {
    const notes = [];
    for (let n = 0; n < 12; n += 1) notes.push(await s.publish(n === 0 ? s.teacher : s.ada));
    for (const id of notes) await s.report(s.ben, id, "spam");
    const items = (await s.list(s.mo)).rows.map(({ id, version }) => ({ item: id, version }));
    const batch = { items, verb: "spam", reason: "spam", toAuthor: "", toStaff: "" } as const;
    expect(await s.site.queue.preview(s.mo, s.group, batch)).toMatchObject({
      would: 11,
      from: { published: 11 },
      authors: 1,
      skipped: [{ why: expect.stringContaining("may not decide") }],
    });
    const id = s.site.newId();
    const { rows } = await s.site.queue.bulk(s.mo, s.group, { ...batch, id });
    const results = (all: typeof rows) => all.map(({ result }) => result).sort();
    expect(results(rows)).toEqual([...Array(11).fill("done"), "skipped"]);
    expect(s.site.queue.progress(s.mo, id)).toBeNull();
    expect((await s.site.queue.bulk(s.mo, s.group, { ...batch, id })).rows.map(({ result }) => result)).not.toContain(
      "done",
    );
    const undone = await s.site.queue.undoBatch(s.vi, s.group, id);
    expect(results(undone.rows)).toEqual(Array(11).fill("done"));
    expect((await s.list(s.mo)).counts.open).toBe(12);
    expect(await s.noteStatus(notes[3] ?? "")).toBe("published");
  });
});

describe("the queue", () => {
  it.each(["ada", "observer", "stranger"] as const)("is nothing to %s", async (who) => {
    await s.report(s.ben, await s.publish(s.ada));
    const { id } = await s.only(s.mo);
    const group = s.group;
    for (const asked of [
      s.list(s[who]),
      s.site.queue.rows(s[who], group, [id]),
      s.site.queue.counts(s[who], group),
      s.site.queue.open(s[who], id),
      s.site.queue.claim(s[who], { item: id, takeOver: true }),
      s.site.queue.note(s[who], { item: id, words: "Mine" }),
    ])
      await expect(asked).rejects.toMatchObject({ code: "not-found" });
    expect(await s.site.rights.enter(s[who].id, { kind: "queue", group })).toBe("unknown");
    expect(await s.site.rights.enter(s.mo.id, { kind: "queue", group })).toMatchObject({
      seat: s.mo.id,
      presence: true,
    });
  });

  it("pages without gaps, filters, and keeps named views", async () => {
    for (let n = 0; n < 53; n += 1) {
      if (n % 10 === 9) s.site.time.now += 3_600_000;
      await s.report(n % 2 ? s.ben : s.vi, await s.publish(s.ada), n % 3 ? "spam" : "attack");
    }
    const first = await s.list(s.mo);
    const cursor = first.next;
    const second = await s.site.queue.list(s.mo, s.group, { view: "open", filters: {}, sort: "priority", cursor });
    const ids = [...first.rows, ...second.rows].map(({ id }) => id);
    expect([new Set(ids).size, second.next]).toEqual([53, null]);
    const priorities = [...first.rows, ...second.rows].map(({ priority }) => priority);
    expect(priorities).toEqual([...priorities].sort((a, b) => b - a));
    expect((await s.list(s.mo, "open", { reason: "attack" })).rows.length).toBe(18);
    expect((await s.list(s.mo, "open", { author: s.ben.id })).rows).toEqual([]);
    const view = await s.site.queue.saveView(s.mo, s.group, { name: "Spam", query: "view=open&reason=spam" });
    expect((await s.list(s.mo)).saved).toEqual([view]);
    expect((await s.list(s.vi)).saved).toEqual([]);
  });
});
