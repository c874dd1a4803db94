import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TagInput } from "#app/context/vocabulary.ts";
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

const tag = (name: string, given: Partial<TagInput> = {}): TagInput => ({ name, colour: null, meaning: "", ...given });
const add = (name: string, given: Partial<TagInput> = {}) =>
  s.site.vocabulary.addTag(s.teacher, s.group, tag(name, given));
const edit = (key: string, name: string) => s.site.vocabulary.editTag(s.teacher, s.group, key, tag(name));
const page = (viewer = s.ada) => s.site.vocabulary.open(viewer, s.group);
const tagsOf = async (id: string) => (await s.records(s.ben, id)).reading?.tags;

describe("a group's tags", () => {
  it("are known to all its members, with colour and meaning, on the reading page too", async () => {
    await add("#Irony", { colour: "rose", meaning: "Says one thing,\nmeans another" });
    const shown = { key: "irony", name: "Irony", colour: "rose", meaning: "Says one thing, means another" };
    expect(await page(s.observer)).toEqual({ tags: [shown], freeTags: [], kinds: [], mayEdit: false });
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
