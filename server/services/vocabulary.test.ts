import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TagInput } from "#app/context/vocabulary.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import { eraseThese } from "./annotations.ts";
import { verify } from "./verification.ts";

let s: Seminar;

beforeEach(async () => {
  s = await openSeminar();
});

afterEach(async () => {
  expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
  await s.site.close();
});

const tag = (name: string, given: Partial<TagInput> = {}): TagInput => ({ name, colour: null, meaning: "", ...given });
const add = (name: string, given: Partial<TagInput> = {}) =>
  s.site.vocabulary.addTag(s.teacher, s.group, tag(name, given));
const edit = (key: string, name: string) => s.site.vocabulary.editTag(s.teacher, s.group, key, tag(name));
const page = (viewer = s.ada) => s.site.vocabulary.open(viewer, s.group);
const tagsOf = async (id: string) => (await s.records(s.ben, id)).reading?.tags;

describe("merging tags", () => {
  const merge = (from: string, into: string) => s.site.vocabulary.mergeTags(s.teacher, s.group, { from, into });
  const lastChange = async () => (await page(s.teacher)).changes[0];
  const takeBack = async () => s.site.vocabulary.undoTagChange(s.teacher, s.group, (await lastChange())?.id ?? "");

  it("gives each note the one tag once, also what moderators hid, and leaves no orphan to who types the old name", async () => {
    await add("irony");
    await add("voice");
    const one = await s.publish(s.ada, { tags: ["Irony", "tone"] });
    const both = await s.publish(s.ben, { tags: ["voice", "irony"] });
    await merge("irony", "voice");
    expect(await tagsOf(one)).toEqual(["voice", "tone"]);
    expect(await tagsOf(both)).toEqual(["voice"]);
    expect((await page(s.teacher)).tags.map(({ key }) => key)).toEqual(["voice"]);
    const late = await s.publish(s.ada, { tags: ["IRONY", "voice"] });
    expect(await tagsOf(late)).toEqual(["voice"]);
    expect((await page(s.teacher)).freeTags.map(({ key }) => key)).toEqual(["tone"]);
  });

  it("is in the record without a word, and can be taken back on the notes that it changed", async () => {
    await add("irony", { colour: "rose", meaning: "Says another thing" });
    await add("voice");
    const one = await s.publish(s.ada, { tags: ["irony"] });
    const both = await s.publish(s.ben, { tags: ["voice", "irony"] });
    const other = await s.publish(s.ben, { tags: ["voice"] });
    await merge("irony", "voice");
    const row = await s.site.read.record.latest("group", s.group);
    expect(row).toMatchObject({ verb: "tag.merge", undoes: null });
    expect(JSON.stringify(row)).not.toMatch(/irony|voice/i);
    await takeBack();
    expect(await tagsOf(one)).toEqual(["irony"]);
    expect(await tagsOf(both)).toEqual(["voice", "irony"]);
    expect(await tagsOf(other)).toEqual(["voice"]);
    expect((await page()).tags).toContainEqual(
      expect.objectContaining({ key: "irony", colour: "rose", meaning: "Says another thing" }),
    );
    expect(await s.site.read.record.latest("group", s.group)).toMatchObject({ verb: "tag.merge", undoes: row?.seq });
    expect(await lastChange()).toBeUndefined();
  });

  it("takes a renaming back, and refuses where the name is somebody else's by now", async () => {
    await add("irony");
    const one = await s.publish(s.ada, { tags: ["irony"] });
    await edit("irony", "Sarcasm");
    await takeBack();
    expect(await tagsOf(one)).toEqual(["irony"]);
    expect((await page(s.teacher)).tags.map(({ key }) => key)).toEqual(["irony"]);
    await edit("irony", "Sarcasm");
    await add("irony");
    await expect(takeBack()).rejects.toMatchObject({ code: "conflict" });
  });

  it("follows names of names", async () => {
    await add("irony");
    await add("sarcasm");
    await add("satire");
    await merge("irony", "sarcasm");
    await merge("sarcasm", "satire");
    expect(await tagsOf(await s.publish(s.ada, { tags: ["irony"] }))).toEqual(["satire"]);
  });

  it("gives no tags back to what was erased meanwhile", async () => {
    await add("irony");
    await add("voice");
    const one = await s.publish(s.ada, { tags: ["irony"] });
    await merge("irony", "voice");
    await s.site.writer.transact((store) => eraseThese(store, [one], s.site.time.now));
    await takeBack();
    expect((await s.site.read.annotations.find(one))?.tags).toEqual([]);
  });

  it.each([
    ["a tag that is none", "nothing", "voice", "not-found"],
    ["into nothing", "voice", "nothing", "not-found"],
    ["a tag into itself", "voice", "voice", "invalid"],
  ] as const)("refuses %s", async (_, from, into, code) => {
    await add("voice");
    await expect(merge(from, into)).rejects.toMatchObject({ code });
  });
});

describe("a group's tags", () => {
  it("are known to all its members, with colour and meaning, on the reading page too", async () => {
    await add("#Irony", { colour: "rose", meaning: "Says one thing,\nmeans another" });
    const shown = { key: "irony", name: "Irony", colour: "rose", meaning: "Says one thing, means another" };
    expect(await page(s.observer)).toEqual({ tags: [shown], freeTags: [], kinds: [], changes: [], mayEdit: false });
    expect((await s.site.reading.open(s.ada, s.text.id)).tags).toEqual([shown]);
    expect((await page(s.teacher)).mayEdit).toBe(true);
    await expect(page(s.stranger)).rejects.toMatchObject({ code: "not-found" });
  });

  it("take in what members made up", async () => {
    const note = await s.publish(s.ada, { tags: ["iróny"] });
    expect(await page()).toMatchObject({ tags: [], freeTags: [] });
    expect((await page(s.teacher)).freeTags).toMatchObject([{ key: "irony", name: "iróny" }]);
    await add("Irony");
    expect(await page(s.teacher)).toMatchObject({ tags: [{ name: "Irony" }], freeTags: [] });
    expect(await tagsOf(note)).toEqual(["Irony"]);
  });

  it("are renamed on every note, without loss and without a new version", async () => {
    await add("irony");
    const notes: string[] = [];
    for (let i = 0; i < 130; i += 1) notes.push(await s.publish(s.ada, { tags: ["voice", "irony"] }));
    const hidden = await s.publish(s.ben, { tags: ["irony"] });
    await s.act(s.teacher, "hide", hidden);
    await edit("irony", "Sarcasm");
    for (const id of notes) expect(await tagsOf(id)).toEqual(["voice", "Sarcasm"]);
    expect((await s.records(s.ben, hidden)).desk?.tags).toEqual(["Sarcasm"]);
    expect((await s.records(s.ada, notes[0] ?? "")).reading?.version).toBe(1);
    expect((await page()).tags.map(({ key }) => key)).toEqual(["sarcasm"]);
    await expect(edit("irony", "Again")).rejects.toMatchObject({ code: "not-found" });
  });

  it("become one where a free tag has that name, and never two that are kept", async () => {
    await add("irony");
    await add("voice");
    const note = await s.publish(s.ada, { tags: ["irony", "sarcasm"] });
    await edit("irony", "Sarcasm");
    expect(await tagsOf(note)).toEqual(["Sarcasm"]);
    await expect(edit("sarcasm", "VOICE")).rejects.toMatchObject({ code: "conflict" });
    await expect(add("Voice")).rejects.toMatchObject({ code: "conflict" });
  });

  it("are retired, and stay on notes", async () => {
    await add("irony");
    await add("unused");
    const note = await s.publish(s.ada, { tags: ["irony"] });
    for (const key of ["irony", "unused"]) await s.site.vocabulary.retireTag(s.teacher, s.group, key);
    expect(await tagsOf(note)).toEqual(["irony"]);
    expect(await page(s.teacher)).toMatchObject({ tags: [], freeTags: [{ key: "irony" }] });
  });

  it.each([tag(""), tag("#"), tag("x".repeat(41)), tag("x", { meaning: "x".repeat(201) })])(
    "are refused when they are none: %j",
    async (input) => {
      await expect(s.site.vocabulary.addTag(s.teacher, s.group, input)).rejects.toMatchObject({ code: "invalid" });
    },
  );
});

describe("a group's kinds", () => {
  it("are added, renamed, retired and offered again", async () => {
    const { id } = await s.site.vocabulary.addKind(s.teacher, s.group, { name: "Aloud", meaning: "Read it" });
    await s.site.vocabulary.editKind(s.teacher, s.group, id, { name: "Reading aloud", meaning: "" });
    await s.site.vocabulary.retireKind(s.teacher, s.group, id, true);
    expect((await page()).kinds).toEqual([{ id, name: "Reading aloud", meaning: "", isRetired: true }]);
    expect((await s.site.reading.open(s.ada, s.text.id)).kinds).toMatchObject([{ id, isRetired: true }]);
    await s.site.vocabulary.retireKind(s.teacher, s.group, id, false);
    expect((await page()).kinds).toMatchObject([{ isRetired: false }]);
  });
});

describe("who may change them", () => {
  it.each(["ada", "observer", "stranger"] as const)("not %s", async (who) => {
    await add("irony");
    const { id } = await s.site.vocabulary.addKind(s.teacher, s.group, { name: "Aloud", meaning: "" });
    const { vocabulary } = s.site;
    const viewer = s[who];
    const code = who === "stranger" ? "not-found" : "forbidden";
    for (const ask of [
      () => vocabulary.addTag(viewer, s.group, tag("mine")),
      () => vocabulary.editTag(viewer, s.group, "irony", tag("mine")),
      () => vocabulary.retireTag(viewer, s.group, "irony"),
      () => vocabulary.addKind(viewer, s.group, { name: "Mine", meaning: "" }),
      () => vocabulary.editKind(viewer, s.group, id, { name: "Mine", meaning: "" }),
      () => vocabulary.retireKind(viewer, s.group, id, true),
    ])
      await expect(ask()).rejects.toMatchObject({ code });
  });

  it("not across groups", async () => {
    const { id } = await s.site.vocabulary.addKind(s.teacher, s.group, { name: "Aloud", meaning: "" });
    const [other = ""] = (await s.site.read.groups.cardsOf(s.stranger.id)).map((card) => card.id);
    for (const ask of [
      () => s.site.vocabulary.editKind(s.stranger, other, id, { name: "Mine", meaning: "" }),
      () => s.site.vocabulary.retireKind(s.stranger, other, id, true),
      () => s.site.vocabulary.retireTag(s.stranger, other, "irony"),
    ])
      await expect(ask()).rejects.toMatchObject({ code: "not-found" });
  });
});
