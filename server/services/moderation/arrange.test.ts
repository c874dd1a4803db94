import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import { describe as describeSpan } from "#app/domain/annotation/describe.ts";
import type { ArrangeCommand } from "#app/domain/moderation/curation-command.ts";
import { CURATION } from "#app/rooms/reading-room.ts";
import { openSeminar, type Seminar } from "../annotations/test-seminar.ts";
import type { TestText } from "../test-site.ts";
import { verify } from "../verification.ts";

let s: Seminar;
let mo: Viewer;
let other: TestText;

beforeEach(async () => {
  s = await openSeminar();
  mo = await s.site.addMember(s.group, "Mo", "moderator");
  other = await s.site.addText(s.group, s.teacher);
});

afterEach(async () => {
  expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
  await s.site.close();
});

const run = (command: ArrangeCommand, viewer = mo) => s.site.curation.run(viewer, command);
const split = (id: string, notes: readonly string[], viewer = mo) =>
  run({ verb: "split", id, notes: [...notes], passage: "same" }, viewer);
const merge = (id: string, into: string) => run({ verb: "merge", id, into });
const move = (id: string, text = other.id, viewer = mo) => run({ verb: "move", id, text, passage: "whole" }, viewer);
const undo = (decision: number | null) => s.site.moderation.undo(mo, decision ?? 0);
const at = async (id: string) => {
  const note = await s.site.read.annotations.find(id);
  return note && [note.root, note.parent];
};
/** Another passage than that of `publish` without more. */
const elsewhereIn = () => ({
  target: { source: s.text.revision, selector: describeSpan(s.text.text, { start: 20, end: 30 }) },
});
/** What the group's room of a text says of a note. */
const shownIn = async (text: string, id: string, viewer = s.ben) => {
  const { rooms } = await s.site.reading.open(viewer, text);
  const said = await s.site.read.feed.latest(rooms[0]?.room ?? "", "annotations", [id]);
  return JSON.parse(said.get(id) ?? "null");
};

/** A thread with a branch of two and another reply. */
async function thread() {
  const root = await s.publish(s.ada);
  const branch = await s.reply(s.ben, root);
  const leaf = await s.reply(s.ada, branch);
  const rest = await s.reply(s.ben, root);
  return { root, branch, leaf, rest };
}

describe("a split", () => {
  it("takes a branch along, keeps everything else of it, and says where it comes from", async () => {
    const { root, branch, leaf, rest } = await thread();
    await s.react(s.ada, branch, "agree");
    const { decision } = await split(root, [branch]);
    expect([await at(branch), await at(leaf), await at(rest)]).toEqual([
      [branch, null],
      [branch, branch],
      [root, root],
    ]);
    const { reading } = await s.records(s.ben, branch);
    expect(reading).toMatchObject({ root: branch, parent: null, body: "An answer", version: 1 });
    expect(reading?.target).toEqual((await s.records(s.ben, root)).reading?.target);
    expect((await s.said(s.ben, CURATION, branch)).reading).toMatchObject({ splitFrom: root });
    expect((await s.site.read.annotations.find(branch))?.reactions).toHaveLength(1);
    expect(await s.site.reading.find(s.ben, leaf)).toMatchObject({ kind: "here", root: branch });
    expect(await s.site.read.record.find(decision ?? 0)).toMatchObject({
      verb: "thread.split",
      before: { thread: root },
      after: { thread: branch },
    });
  });

  it("is taken back as it was, unless somebody answered there since", async () => {
    const { root, branch, leaf } = await thread();
    const first = await split(root, [branch]);
    await undo(first.decision);
    expect([await at(branch), await at(leaf)]).toEqual([
      [root, root],
      [root, branch],
    ]);
    expect((await s.records(s.ben, branch)).reading).toMatchObject({ motivation: "replying", target: null });
    const second = await split(root, [branch]);
    await s.reply(s.ada, branch);
    await expect(undo(second.decision)).rejects.toMatchObject({ code: "conflict" });
  });

  it("refuses what is no reply of the thread, and a private one as its beginning", async () => {
    const { root } = await thread();
    const elsewhere = await s.reply(s.ben, await s.publish(s.ada));
    const secret = await s.reply(s.teacher, root, { privately: true });
    for (const id of [root, elsewhere, secret]) {
      await expect(split(root, [id])).rejects.toMatchObject({ code: "invalid" });
    }
    await expect(split(root, [elsewhere], s.ben)).rejects.toMatchObject({ code: "forbidden" });
    await expect(split(root, [elsewhere], s.stranger)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a merge", () => {
  it("brings notes and passages together, and comes apart again", async () => {
    const { root, branch } = await thread();
    const into = await s.publish(s.ben, elsewhereIn());
    const before = await s.records(s.ben, into);
    const { decision } = await merge(root, into);
    expect([await at(root), await at(branch)]).toEqual([
      [into, into],
      [into, root],
    ]);
    expect((await s.records(s.ben, into)).reading?.more).toHaveLength(1);
    await undo(decision);
    expect([await at(root), await at(branch)]).toEqual([
      [root, null],
      [root, root],
    ]);
    expect(await s.records(s.ben, into)).toEqual(before);
  });

  it("of two threads into each other happens once", async () => {
    const [a, b] = [await s.publish(s.ada), await s.publish(s.ben, elsewhereIn())];
    const done = await Promise.allSettled([merge(a, b), merge(b, a)]);
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await at(b)).toEqual([b, null]);
    await expect(merge(b, b)).rejects.toMatchObject({ code: "invalid" });
  });

  it("keeps followers", async () => {
    const [a, b] = [await s.publish(s.ada), await s.publish(s.ben, elsewhereIn())];
    await s.site.writer.transact((store) =>
      store.follows.keep(s.observer.id, { kind: "thread", id: a, group: s.group }, 1),
    );
    await merge(a, b);
    expect(await s.site.read.follows.threads(s.observer.id, s.text.id)).toContainEqual({ root: b, level: "follow" });
  });
});

describe("a move", () => {
  it("to another text empties the rooms of the old one, and comes back", async () => {
    const { root, leaf } = await thread();
    const secret = await s.reply(s.teacher, root, { privately: true });
    const { decision } = await move(root);
    expect([await shownIn(s.text.id, root), await shownIn(s.text.id, leaf)]).toEqual([null, null]);
    expect(await shownIn(other.id, leaf)).toMatchObject({ id: leaf, root });
    expect(await s.records(s.ada, secret)).toEqual({});
    expect(await shownIn(other.id, secret)).toBeNull();
    expect(await s.site.reading.find(s.ben, leaf)).toMatchObject({ document: other.id });
    expect((await s.site.reading.notes(s.ben, s.text.id, { from: 0, count: 9 })).total).toBe(0);
    await undo(decision);
    expect(await shownIn(other.id, leaf)).toBeNull();
    expect(await shownIn(s.text.id, leaf)).toMatchObject({ id: leaf, root });
  });

  it("is not taken back once somebody answered there", async () => {
    const root = await s.publish(s.ada);
    const { decision } = await move(root);
    await s.run(s.ben, { verb: "reply", id: s.site.newId(), document: other.id, parent: root, body: "New" });
    await expect(undo(decision)).rejects.toMatchObject({ code: "conflict" });
  });

  it("to another passage changes nothing but that", async () => {
    const root = await s.publish(s.ada);
    await run({ verb: "move", id: root, text: s.text.id, passage: "words", start: 20, end: 30 });
    expect((await s.records(s.ben, root)).reading?.target?.selector[0]).toMatchObject({ start: 20, end: 30 });
    const nowhere = { verb: "move", id: root, text: s.text.id, passage: "paragraph", paragraph: 99 } as const;
    await expect(run(nowhere)).rejects.toMatchObject({ code: "invalid" });
    const same = { verb: "move", id: root, text: s.text.id, passage: "same" } as const;
    expect(await run(same)).toEqual({ decision: null });
  });

  it("never shows more people a note, and needs the right at both ends", async () => {
    const own = await s.publish(mo, { placement: "me" });
    await expect(move(own)).rejects.toMatchObject({ code: "forbidden" });
    const root = await s.publish(s.ada);
    await expect(move(root, other.id, s.ada)).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = await s.site.addGroup("Elsewhere");
    const text = await s.site.addText(elsewhere, await s.site.addMember(elsewhere, "Tom", "teacher"));
    await expect(move(root, text.id)).rejects.toMatchObject({ code: "not-found" });
  });
});
