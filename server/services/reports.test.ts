import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reason } from "#app/domain/moderation/reason.ts";
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

describe("a report", () => {
  it("brings one item into the queue, once for each version of the words", async () => {
    const id = await s.publish(s.ada, { body: "You **never** read" });
    const first = await s.report(s.ben, id, "attack", "SENTINEL words");
    expect(await s.report(s.ben, id, "spam")).toEqual({ report: first.report, isNew: false });
    const rooms = s.site.committed.length;
    await s.report(s.ben, id);
    expect(s.site.committed.slice(rooms).flat()).toEqual([]);
    const row = await s.only(s.mo);
    expect(row).toMatchObject({ target: { kind: "note", id }, by: { name: "Ada" }, excerpt: "You never read" });
    expect(row).toMatchObject({ reasons: [{ reason: "attack", count: 1 }], kinds: ["report"], mayDecide: true });
    expect(await s.inRoom(row.id)).toMatchObject({ version: row.version, kinds: 1, claim: null });
    expect(JSON.stringify(await s.inRoom(row.id))).not.toMatch(
      new RegExp(`SENTINEL|never|${s.ben.id}|${s.ada.id}|${id}`),
    );
    await s.edit(s.ada, id, "Better", 1);
    expect((await s.report(s.ben, id)).isNew).toBe(true);
    expect((await s.list(s.mo)).counts).toMatchObject({ reported: 1, open: 1, "needs-me": 1, done: 0 });
  });

  it.each([
    ["one's own note", "ada", "forbidden"],
    ["a note that one may not know", "stranger", "not-found"],
  ] as const)("of %s is refused", async (_, who, code) => {
    const id = await s.publish(s.ada);
    await expect(s.report(s[who], id)).rejects.toMatchObject({ code });
    expect(s.site.database.read.sqlite.prepare("SELECT count(*) FROM reports").pluck().get()).toBe(0);
  });

  it("of a private note of another is as of none", async () => {
    const id = await s.publish(s.ada, { placement: "me" });
    await expect(s.report(s.ben, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(s.report(s.mo, id)).rejects.toMatchObject({ code: "not-found" });
  });

  it("that is withdrawn leaves no item, and tells its reporter alone what came of it", async () => {
    const id = await s.publish(s.ada);
    const { report: own } = await s.report(s.ben, id, "other", "Hm");
    const row = await s.only(s.mo);
    await expect(s.site.reports.withdraw(s.ada, own)).rejects.toMatchObject({ code: "not-found" });
    await s.site.reports.withdraw(s.ben, own);
    expect(await s.inRoom(row.id)).toBeNull();
    expect((await s.site.reports.mine(s.ben))[0]).toMatchObject({ id: own, outcome: "withdrawn" });
    expect((await s.report(s.ben, id)).report).toBe(own);
    await s.decide(await s.only(s.mo), s.mo, "remove");
    expect((await s.site.reports.mine(s.ben))[0]).toMatchObject({ outcome: "acted" });
    expect(await s.site.reports.mine(s.ada)).toEqual([]);
    await expect(s.site.reports.withdraw(s.ben, own)).rejects.toMatchObject({ code: "gone" });
  });

  it("is answered with one neutral line, which tells no words of what was removed", async () => {
    const id = await s.publish(s.ada, { body: "SENTINEL" });
    await s.report(s.ben, id);
    const { decision } = await s.decide(await s.only(s.mo), s.mo, "remove");
    const { entries } = await s.site.news.inbox(s.ben, { kind: null, before: null });
    expect(entries).toMatchObject([{ kind: "outcome", note: id, by: null, excerpt: "", isRead: false }]);
    expect((await s.site.news.badge(s.ben)).unread).toBe(1);
    await s.site.queue.undo(s.mo, decision ?? 0);
    expect((await s.site.news.inbox(s.ben, { kind: null, before: null })).entries).toEqual([]);
  });

  it("reaches nobody but moderators: neither who reported, nor how many, nor their words", async () => {
    const id = await s.publish(s.ada);
    const before = s.site.committed.length;
    await s.report(s.ben, id, "harassment", "SENTINEL words");
    await s.report(await s.newcomer("Cy"), id, "hate", "SENTINEL too");
    const row = await s.only(s.mo);
    await s.site.queue.note(s.mo, { item: row.id, words: "SENTINEL note" });
    await s.decide(await s.only(s.mo), s.mo, "hide", { toStaff: "SENTINEL staff" });
    const frames = s.site.committed.slice(before).flat();
    expect(JSON.stringify(frames)).not.toContain("SENTINEL");
    const others = frames.filter((effect) => effect.kind === "rows" && !effect.room.startsWith("queue/"));
    expect(JSON.stringify(others)).not.toMatch(new RegExp(`${s.ben.id}(?!")|harassment|hate|priority`));
    for (const reader of [s.ada, s.observer, s.ben]) {
      const seen = JSON.stringify([
        await s.site.reading.open(reader, s.text.id),
        await s.site.news.inbox(reader, { kind: null, before: null }),
        await s.site.search.find(reader, s.group, {
          line: "SENTINEL",
          sort: "time",
          show: "all",
          everywhere: false,
          after: null,
        }),
        reader === s.ben ? [] : await s.site.reports.mine(reader),
      ]);
      expect(seen.replaceAll('"line":"SENTINEL"', "")).not.toMatch(
        /SENTINEL words|SENTINEL too|SENTINEL (note|staff)|harass/,
      );
    }
  });

  it("of a person stands in its group, never before that person, and can be dismissed and taken back", async () => {
    const target = { kind: "member", id: s.vi.id, group: s.group } as const;
    await s.site.reports.report(s.ben, { target, reason: "harassment", words: "In every thread" });
    expect((await s.list(s.vi)).rows).toEqual([]);
    const row = await s.only(s.teacher);
    expect(row).toMatchObject({ excerpt: "Vi", noteVersion: null, by: { id: s.vi.id } });
    await expect(s.site.queue.open(s.vi, row.id)).rejects.toMatchObject({ code: "not-found" });
    expect((await s.only(s.mo)).mayDecide).toBe(false);
    await expect(s.decide(row, s.mo, "dismiss")).rejects.toMatchObject({ code: "forbidden" });
    const { decision } = await s.decide(row, s.teacher, "dismiss");
    expect((await s.site.reports.mine(s.ben))[0]?.outcome).toBe("kept");
    await s.site.queue.undo(s.teacher, decision ?? 0);
    expect((await s.only(s.teacher)).id).toBe(row.id);
    expect((await s.site.reports.mine(s.ben))[0]?.outcome).toBe("waiting");
  });
});

describe("reports that add up", () => {
  const crowd = async () => [await s.newcomer("A"), await s.newcomer("B"), await s.newcomer("C")] as const;

  it("hide a note until somebody looks, and no second time what was let stand", async () => {
    const id = await s.publish(s.ada);
    for (const one of await crowd()) await s.report(one, id);
    expect(await s.noteStatus(id)).toBe("hidden");
    expect((await s.records(s.ben, id)).reading).toBeUndefined();
    const [held] = await s.site.read.record.list({}, 10);
    expect(held).toMatchObject({ verb: "note.hold", actor: null, actorRole: "system", reason: "attack" });
    const row = await s.only(s.mo);
    expect(row).toMatchObject({ isHeld: true, state: "open" });
    await s.decide(row, s.mo, "publish");
    for (const name of ["D", "E", "F"]) await s.report(await s.newcomer(name), id);
    expect(await s.noteStatus(id)).toBe("published");
    expect((await s.only(s.mo)).reasons).toEqual([{ reason: "attack", count: 3 }]);
  });

  it("do nothing to staff", async () => {
    const id = await s.publish(s.mo);
    for (const one of await crowd()) await s.report(one, id, "harassment");
    expect(await s.noteStatus(id)).toBe("published");
  });

  it("count once when they come from one crowd, and show it to moderators", async () => {
    const id = await s.publish(s.ada);
    const together = [await s.site.addMember(s.group, "A", "member"), await s.site.addMember(s.group, "B", "member")];
    for (const one of [...together, await s.newcomer("C"), s.ben]) await s.report(one, id, "harassment");
    expect(await s.noteStatus(id)).toBe("published");
    const { reports, priority } = await s.site.queue.open(s.mo, (await s.only(s.mo)).id);
    expect(reports.map(({ weight, isBrigade }) => [weight, isBrigade]).sort()).toEqual([
      [0, true],
      [0, true],
      [2, false],
      [2, true],
    ]);
    expect(priority).toBe(4);
  });

  it("on words that were changed since do not count for the new ones", async () => {
    const id = await s.publish(s.ada);
    const [a, b, c] = await crowd();
    await s.report(a, id);
    await s.report(b, id);
    await s.edit(s.ada, id, "Better words", 1);
    await s.report(c, id);
    expect(await s.noteStatus(id)).toBe("published");
  });
});

describe("an author", () => {
  const mend = async (reason: Reason) => {
    const id = await s.publish(s.ada);
    await s.report(s.ben, id);
    const row = await s.only(s.mo);
    const { version, id: item } = row;
    const given = { item, itemVersion: version, noteVersion: row.noteVersion, toAuthor: "", toStaff: "" };
    await s.site.queue.decide(s.mo, { ...given, verb: "remove", reason });
    return id;
  };

  it("may send again what was removed, three times, and moderators see the difference", async () => {
    const id = await mend("attack");
    for (const n of [1, 2, 3]) {
      await s.edit(s.ada, id, `Better words ${n}`, 2 * n);
      expect(await s.noteStatus(id)).toBe("hidden");
      const row = await s.only(s.mo);
      expect(row).toMatchObject({ kinds: ["edit"], isHeld: true });
      expect(await s.site.queue.open(s.mo, row.id)).toMatchObject({ tries: n });
      await s.decide(row, s.mo, "remove");
    }
    expect((await s.site.read.record.list({}, 2)).map(({ verb }) => verb)).toEqual(["note.remove", "note.resubmit"]);
    await expect(s.edit(s.ada, id, "Once more", 8)).rejects.toMatchObject({ code: "conflict" });
    expect((await s.records(s.ben, id)).reading).toBeUndefined();
  });

  it("may not send again what was removed for a reason that cannot be mended", async () => {
    const id = await mend("hate");
    await expect(s.edit(s.ada, id, "Better", 2)).rejects.toMatchObject({ code: "conflict" });
    expect(await s.noteStatus(id)).toBe("removed");
  });

  it("who deletes what was reported ends its item, and says nothing of the reporter", async () => {
    const id = await s.publish(s.ada);
    await s.report(s.ben, id);
    const row = await s.only(s.mo);
    await s.act(s.ada, "delete", id);
    expect(await s.inRoom(row.id)).toBeNull();
    expect(await s.site.read.reports.history(s.ben.id)).toEqual({ upheld: 0, dismissed: 0 });
    expect((await s.site.reports.mine(s.ben))[0]?.outcome).toBe("gone");
  });
});
