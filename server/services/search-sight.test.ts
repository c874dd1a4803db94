/** Nothing that a viewer may not see shows in results, counts, facets or completions. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SearchAnswer } from "#app/context/search.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { Gate } from "#app/domain/audience/audience.ts";
import { namedFacets } from "#app/domain/search/query.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import type { TestText } from "./test-site.ts";

let s: Seminar;

beforeEach(async () => {
  s = await openSeminar();
});
afterEach(() => s.site.close());

const asked = { sort: "time", show: "all", everywhere: false, after: null } as const;
const find = (viewer: Viewer, line: string, everywhere = false): Promise<SearchAnswer> =>
  s.site.search.find(viewer, s.group, { ...asked, line, everywhere });
const bodies = async (viewer: Viewer, line: string, everywhere = false) =>
  (await find(viewer, line, everywhere)).notes.map(({ excerpt }) => excerpt.map(({ text }) => text).join(""));
const everything = async (viewer: Viewer, line: string) => JSON.stringify(await find(viewer, line, true));

/** A further audience of the group with seats for these, in which the author's note stands. */
async function placeBehind(gate: Gate, seated: readonly Viewer[], { by, text }: { by: Viewer; text: TestText }) {
  const { sqlite } = s.site.database.write;
  const [audience, id] = [
    s.site.newId(),
    await s.publish(by, { body: "gated words", document: text.id, target: null }),
  ];
  const add = "INSERT INTO audiences (id, kind, group_id, gate, created_at) VALUES (?, 'cohort', ?, ?, 1)";
  sqlite.prepare(add).run(audience, s.group, JSON.stringify(gate));
  for (const { id: member } of seated) {
    const seat = "INSERT INTO seats (id, audience_id, member_id, created_at) VALUES (?, ?, ?, 1)";
    sqlite.prepare(seat).run(`${audience}${member}`, audience, member);
  }
  const move = "UPDATE placements SET audience_id = ?, seat_id = ? WHERE annotation_id = ?";
  sqlite.prepare(move).run(audience, `${audience}${by.id}`, id);
  await s.site.writer.transact((store) => store.search.index({ id }));
  return { audience, id };
}

/** A published first note of the member in that audience of the text. */
async function postIn(audience: string, by: Viewer, text: TestText) {
  const id = await s.publish(by, { body: "own words", document: text.id, target: null });
  const move = "UPDATE placements SET audience_id = ?, seat_id = ? WHERE annotation_id = ?";
  s.site.database.write.sqlite.prepare(move).run(audience, `${audience}${by.id}`, id);
  await s.site.writer.transact((store) => store.search.index({ id }));
}

describe("who finds what", () => {
  it("keeps desks to their owners", async () => {
    await s.publish(s.ada, { body: "secret", placement: "me" });
    expect(await bodies(s.ada, "secret")).toEqual(["secret"]);
    for (const other of [s.teacher, s.ben, s.observer]) {
      expect(await find(other, "secret")).toMatchObject({ notes: [], noteCount: { count: 0 }, facets: [] });
    }
  });

  it.each(["held", "hidden", "removed", "spam", "deleted", "redacted", "draft"] as const)(
    "finds nothing that is %s",
    async (status) => {
      const id = await s.publish(s.ada, { body: "secret" });
      s.site.database.write.sqlite.prepare("UPDATE annotations SET status = ? WHERE id = ?").run(status, id);
      await s.site.writer.transact((store) => store.search.index({ id }));
      for (const viewer of [s.ada, s.ben, s.teacher]) expect(await bodies(viewer, "secret")).toEqual([]);
    },
  );

  it("keeps groups apart, and puts those of one viewer together when asked", async () => {
    const other = await s.site.addGroup("Reading circle");
    await s.site.writer.transact(async (store) => {
      const admission = { groupId: other, memberId: s.ada.id, role: "member" as const };
      await store.memberships.admit({ ...admission, joinedAt: 1 });
      await store.audiences.admit({ ...admission, now: 1, newId: s.site.newId });
    });
    const text = await s.site.addText(other, s.ada, "A circle of words.");
    await s.publish(s.ada, { body: "words elsewhere", document: text.id, target: null });
    await s.publish(s.ben, { body: "words here" });
    expect(await bodies(s.ada, "words")).toEqual(["words here"]);
    expect(await bodies(s.ada, "words", true)).toEqual(["words here", "words elsewhere"]);
    expect(await bodies(s.ben, "words", true)).toEqual(["words here"]);
    expect((await find(s.ada, "circle", true)).passages).toMatchObject([{ text: { group: "Reading circle" } }]);
    expect((await find(s.ben, "circle", true)).passages).toEqual([]);
    expect(await everything(s.ben, "words")).not.toContain("circle");
  });

  it("is not found by strangers, nor from a group that has ended", async () => {
    await expect(find(s.stranger, "words")).rejects.toMatchObject({ code: "not-found" });
    await s.site.writer.transact((store) => store.groups.update(s.group, { deleteAfter: s.site.time.now }));
    await expect(find(s.ada, "words", true)).rejects.toMatchObject({ code: "not-found" });
  });

  it("finds in archived texts, and in deleted ones until their grace is over", async () => {
    const { now } = s.site.time;
    await s.publish(s.ada, { body: "the wall" });
    const update = (patch: { archivedAt?: number; deleteAfter?: number }) =>
      s.site.writer.transact((store) => store.documents.update(s.text.id, patch));
    await update({ archivedAt: now, deleteAfter: now + 1 });
    expect(await find(s.ada, "wall")).toMatchObject({ notes: [{}], passages: [{}] });
    await update({ deleteAfter: now });
    expect(await find(s.ada, "wall")).toMatchObject({
      ...{ notes: [], passages: [], facets: [], noteCount: { count: 0 }, passageCount: { count: 0 } },
    });
    expect(await find(s.ada, "in:wall")).toMatchObject({ notes: [], unknown: [{ value: "wall" }] });
  });

  it("staff's notes are found by staff, as long as they are", async () => {
    const id = await s.publish(s.teacher, { body: "staff words" });
    const { sqlite } = s.site.database.write;
    const staff = sqlite.prepare<[string], string>("SELECT id FROM audiences WHERE kind = 'staff' AND group_id = ?");
    const audience = staff.pluck().get(s.group) ?? "";
    sqlite.prepare("UPDATE placements SET audience_id = ? WHERE annotation_id = ?").run(audience, id);
    await s.site.writer.transact((store) => store.search.index({ id }));
    expect(await bodies(s.teacher, "staff")).toEqual(["staff words"]);
    expect(await bodies(s.ada, "staff")).toEqual([]);
    await s.site.writer.transact((store) => store.memberships.setRole(s.group, s.teacher.id, "member"));
    expect(await bodies(s.teacher, "staff")).toEqual([]);
  });
});

describe("gates", () => {
  it.each<[string, Gate, boolean]>([
    ["open", { kind: "open" }, true],
    ["shut by hand", { kind: "manual", revealed: false }, false],
    ["opened by hand", { kind: "manual", revealed: true }, true],
    ["open on Friday", { kind: "at", time: 2_000_000_000_000 }, false],
    ["open since Friday", { kind: "at", time: 1 }, true],
    ["open after one post", { kind: "after", posts: 1 }, false],
    ["open after no post", { kind: "after", posts: 0 }, true],
  ])("a gate that is %s", async (_, gate, isOpen) => {
    await placeBehind(gate, [s.ada, s.ben], { by: s.ben, text: s.text });
    expect(await bodies(s.ada, "gated")).toEqual(isOpen ? ["gated words"] : []);
    expect((await find(s.ada, "gated")).facets.length > 0).toBe(isOpen);
    expect(await bodies(s.observer, "gated")).toEqual([]);
  });

  it("that count own posts open text by text, for replies in counts too", async () => {
    const other = await s.site.addText(s.group, s.teacher);
    const gate = { kind: "after", posts: 1 } as const;
    const { audience } = await placeBehind(gate, [s.ada, s.ben], { by: s.ben, text: s.text });
    const there = await s.publish(s.ben, { body: "gated there", document: other.id, target: null });
    const move = "UPDATE placements SET audience_id = ?, seat_id = ? WHERE annotation_id = ?";
    s.site.database.write.sqlite.prepare(move).run(audience, `${audience}${s.ben.id}`, there);
    await s.site.writer.transact((store) => store.search.index({ id: there }));
    expect(await bodies(s.ada, "gated")).toEqual([]);
    await postIn(audience, s.ada, other);
    expect(await bodies(s.ada, "gated")).toEqual(["gated there"]);
    await postIn(audience, s.ada, s.text);
    expect(await bodies(s.ada, "gated")).toEqual(["gated there", "gated words"]);
  });

  it("a private reply counts for those who see it only", async () => {
    const root = await s.publish(s.ada, { body: "asking" });
    const desk = (viewer: Viewer) =>
      s.site.database.write.sqlite
        .prepare<[string], [string, string]>(
          "SELECT a.id, s.id FROM audiences a JOIN seats s ON s.audience_id = a.id WHERE a.kind = 'desk' AND a.member_id = ?",
        )
        .raw()
        .get(viewer.id) ?? ["", ""];
    const id = await s.reply(s.teacher, root);
    const move = "UPDATE placements SET audience_id = ?, seat_id = ? WHERE annotation_id = ?";
    s.site.database.write.sqlite.prepare(move).run(...desk(s.ada), id);
    await s.site.writer.transact((store) => store.search.index({ id }));
    expect(await bodies(s.ada, "has:reply")).toEqual(["asking"]);
    expect((await find(s.ada, "asking")).notes).toMatchObject([{ replies: 1 }]);
    expect(await bodies(s.ben, "has:reply")).toEqual([]);
    expect((await find(s.ben, "asking")).notes).toMatchObject([{ replies: 0 }]);
    expect((await find(s.ben, "asking")).facets.map(({ name }) => name)).not.toContain("has:reply");
  });
});

describe("completions", () => {
  const complete = async (viewer: Viewer, facet: (typeof namedFacets)[number], typed: string, everywhere = false) =>
    (await s.site.search.complete(viewer, s.group, { facet, typed, everywhere })).map(({ value }) => value);

  it("give what begins as typed", async () => {
    expect(await complete(s.ada, "by", "")).toEqual(["Ada", "Ben", "Obi", "Tea"]);
    expect(await complete(s.ada, "by", "B")).toEqual(["Ben"]);
    expect(await complete(s.ada, "in", "win")).toEqual(["The wall and the window"]);
    expect(await complete(s.ada, "kind", "qu")).toEqual(["question"]);
    expect(await complete(s.ada, "colour", "ros")).toEqual(["rose"]);
    expect(await complete(s.ada, "by", "nobody")).toEqual([]);
  });

  it("give free tags to those who can see a note that has them, the vocabulary to all", async () => {
    const id = await s.publish(s.ada, { body: "mine", placement: "me" });
    const { sqlite } = s.site.database.write;
    const add = sqlite.prepare("INSERT INTO tags (group_id, key, name, is_listed, created_at) VALUES (?, ?, ?, ?, 1)");
    add.run(s.group, "irony", "Irony", 0);
    add.run(s.group, "imagery", "Imagery", 1);
    sqlite.prepare("UPDATE annotations SET tags = '[\"irony\"]' WHERE id = ?").run(id);
    await s.site.writer.transact((store) => store.search.index({ id }));
    expect(await complete(s.ada, "tag", "i")).toEqual(["Imagery", "Irony"]);
    expect(await complete(s.ben, "tag", "i")).toEqual(["Imagery"]);
  });

  it("give nothing to strangers, and nothing of other groups", async () => {
    for (const facet of namedFacets) {
      await expect(complete(s.stranger, facet, "")).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await complete(s.ada, "by", "Eve", true)).toEqual([]);
  });
});
