import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MAX_MORE, MAX_TAGS } from "#app/domain/annotation/annotation.ts";
import { describe as selectorOf } from "#app/domain/annotation/describe.ts";
import { verify } from "../verification.ts";
import { openSeminar, type Seminar } from "./test-seminar.ts";

let s: Seminar;

beforeEach(async () => {
  s = await openSeminar();
});

afterEach(async () => {
  expect(await verify(s.site.database.read)).toEqual({ ok: true, findings: [] });
  await s.site.close();
});

const at = (start: number, end: number) => ({
  source: s.text.revision,
  selector: selectorOf(s.text.text, { start, end }),
});
const keysOf = (id: string) =>
  s.site.database.read.sqlite
    .prepare<[string], string>("SELECT key FROM annotation_tags WHERE annotation_id = ? ORDER BY key")
    .pluck()
    .all(id);
const groupTags = async () => (await s.site.read.tags.ofGroup(s.group)).map(({ name }) => name);

describe("further passages", () => {
  it("are placed and checked like the first, in the order of the author", async () => {
    const id = await s.publish(s.ada, { more: [at(20, 26), at(7, 15)] });
    const { reading } = await s.records(s.ben, id);
    expect(reading?.more.map(({ selector: [{ start }, { exact }], state }) => [start, exact, state])).toEqual([
      [20, s.text.text.slice(20, 26), "exact"],
      [7, s.text.text.slice(7, 15), "exact"],
    ]);
  });

  it("are refused when the words do not stand there, when there are too many, and without a first one", async () => {
    const elsewhere = await s.site.addText(s.group, s.teacher);
    const refused = [
      { more: [{ ...at(7, 15), selector: selectorOf("another text altogether", { start: 2, end: 9 }) }] },
      { more: [{ ...at(7, 15), source: elsewhere.revision }] },
      { more: [{ ...at(7, 15), source: s.site.newId() }] },
      { more: Array.from({ length: MAX_MORE + 1 }, () => at(7, 15)) },
      { target: null, more: [at(7, 15)] },
    ];
    for (const given of refused) await expect(s.publish(s.ada, given)).rejects.toMatchObject({ code: "invalid" });
  });

  it("go with the body", async () => {
    const id = await s.publish(s.ada, { more: [at(7, 15)], tags: ["irony"] });
    await s.reply(s.ben, id);
    await s.act(s.teacher, "hide", id);
    expect((await s.records(s.ben, id)).reading).toMatchObject({ more: [], tags: [], body: "" });
  });
});

describe("tags", () => {
  it("are kept as they were typed, each once, and become free tags of the group", async () => {
    const id = await s.publish(s.ada, { tags: ["#Irony", " irony ", "Close  reading"] });
    expect((await s.records(s.ben, id)).reading?.tags).toEqual(["Irony", "Close reading"]);
    expect(keysOf(id)).toEqual(["close reading", "irony"]);
    expect(await groupTags()).toEqual(["Close reading", "Irony"]);
    const second = await s.publish(s.ben, { tags: ["IRONY"] });
    expect((await s.records(s.ada, second)).reading?.tags).toEqual(["Irony"]);
  });

  it("change with an edit, and stay without one", async () => {
    const id = await s.publish(s.ada, { tags: ["irony"] });
    await s.edit(s.ada, id, "Other words", 1);
    expect(keysOf(id)).toEqual(["irony"]);
    const retag = { verb: "edit", id, document: s.text.id, body: "Other words", tags: ["voice"], version: 2 } as const;
    expect(await s.run(s.ada, retag)).toEqual({ id, version: 3 });
    expect(await s.run(s.ada, retag)).toEqual({ id, version: 3 });
    expect(keysOf(id)).toEqual(["voice"]);
    expect((await s.records(s.ben, id)).reading).toMatchObject({ tags: ["voice"], version: 3 });
    await expect(s.run(s.ada, { ...retag, tags: ["late"] })).rejects.toMatchObject({ code: "conflict" });
    await expect(s.run(s.ben, { ...retag, tags: ["mine"], version: 3 })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("of a note on a desk are no words for others", async () => {
    const id = await s.publish(s.ada, { placement: "me", tags: ["secret plan"] });
    expect((await s.records(s.ada, id)).desk?.tags).toEqual(["secret plan"]);
    expect(await groupTags()).toEqual([]);
  });

  it("are few and short", async () => {
    const many = Array.from({ length: MAX_TAGS + 1 }, (_, i) => `tag ${i}`);
    for (const tags of [many, ["x".repeat(41)], Array.from({ length: 10_000 }, () => "x"), ["x".repeat(1_000_000)]])
      await expect(s.publish(s.ada, { tags })).rejects.toMatchObject({ code: "invalid" });
    const id = await s.publish(s.ada, { tags: ["", "#", "\u202e", "ok"] });
    expect((await s.records(s.ada, id)).reading?.tags).toEqual(["ok"]);
  });
});

describe("kinds", () => {
  it("are built in or the group's, and a retired one stays where it is", async () => {
    const own = await s.site.vocabulary.addKind(s.teacher, s.group, { name: "Reading aloud", meaning: "" });
    const id = await s.publish(s.ada, { kind: own.id });
    expect((await s.records(s.ben, id)).reading?.kind).toBe(own.id);
    await s.site.vocabulary.retireKind(s.teacher, s.group, own.id, true);
    await expect(s.publish(s.ada, { kind: own.id })).rejects.toMatchObject({ code: "invalid" });
    const edit = { verb: "edit", id, document: s.text.id, body: "Words" } as const;
    await s.run(s.ada, { ...edit, kind: own.id, version: 1 });
    expect((await s.records(s.ben, id)).reading).toMatchObject({ kind: own.id, body: "Words" });
    await s.run(s.ada, { ...edit, kind: "evidence", version: 2 });
    await s.run(s.ada, { ...edit, kind: null, version: 3 });
    expect((await s.records(s.ben, id)).reading).toMatchObject({ kind: null, version: 4 });
  });

  it.each(["", "Evidence", "__proto__", "01J8Z3K4M5N6P7Q8R9STVWXYZ0"])("are not %j", async (kind) => {
    await expect(s.publish(s.ada, { kind })).rejects.toMatchObject({ code: "invalid" });
  });

  it("of another group are none of ours, and a question has no other", async () => {
    const [other] = (await s.site.read.groups.cardsOf(s.stranger.id)).map(({ id }) => id);
    const { id: kind } = await s.site.vocabulary.addKind(s.stranger, other ?? "", { name: "Theirs", meaning: "" });
    await expect(s.publish(s.ada, { kind })).rejects.toMatchObject({ code: "invalid" });
    await expect(s.publish(s.ada, { motivation: "questioning", kind: "evidence" })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});
