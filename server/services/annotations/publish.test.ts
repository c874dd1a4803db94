import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MAX_BODY } from "#app/domain/annotation/annotation.ts";
import { describe as describeTarget } from "#app/domain/annotation/describe.ts";
import { CURRENT_EPOCH } from "#db/repositories/feed.ts";
import { publishCommand } from "../test-site.ts";
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

describe("publishing", () => {
  it("stores a note, projects it and hands its row out after the commit", async () => {
    const id = await s.publish(s.ada, { body: "  Look\u0007 here\r\n" });
    const { reading } = await s.records(s.ben, id);
    const [own] = (await s.site.reading.open(s.ada, s.text.id)).ownSeats;
    expect(reading).toMatchObject({
      id,
      root: id,
      parent: null,
      status: "published",
      body: "Look here",
      version: 1,
      seat: own,
    });
    expect(reading?.target).toEqual({
      source: s.text.revision,
      selector: describeTarget(s.text.text, { start: 2, end: 6 }),
      state: "exact",
    });
    expect(s.site.committed.at(-1)).toMatchObject([
      { kind: "rows", epoch: CURRENT_EPOCH, rows: [{ seq: 1, prev: 0, key: id }] },
    ]);
  });

  it("answers the same command twice alike and makes one note of it", async () => {
    const command = publishCommand(s.text, s.site.newId());
    const first = await s.run(s.ada, command);
    expect(await s.run(s.ada, { ...command, body: "Other words" })).toEqual(first);
    const both = await Promise.all([s.run(s.ada, command), s.run(s.ada, command)]);
    expect(both).toEqual([first, first]);
    expect((await s.site.reading.notes(s.ada, s.text.id, { from: 0, count: 9 })).notes.map(({ body }) => body)).toEqual(
      [command.body],
    );
    await expect(s.run(s.ben, command)).rejects.toMatchObject({ code: "conflict" });
  });

  it("makes contexts itself, whatever the client says of them", async () => {
    const [position, quote] = describeTarget(s.text.text, { start: 2, end: 6 });
    const id = await s.publish(s.ada, {
      target: {
        source: s.text.revision,
        selector: [position, { ...quote, prefix: "<script>", suffix: "x".repeat(999) }],
      },
    });
    expect((await s.records(s.ada, id)).reading?.target?.selector[1]).toEqual(quote);
  });

  const selection = (start: number, end: number, exact: string) => {
    const [position, quote] = describeTarget("", { start: 0, end: 0 });
    return {
      source: s.text.revision,
      selector: [
        { ...position, start, end },
        { ...quote, exact },
      ] as const,
    };
  };
  it.each([
    { name: "words that do not stand there", target: () => selection(2, 6, "gate") },
    { name: "an empty passage", target: () => selection(2, 2, "") },
    { name: "a passage backwards", target: () => selection(6, 2, "") },
    { name: "a passage past the end", target: () => selection(2, 9_999, "wall") },
    {
      name: "half a character",
      target: () => selection(s.text.text.indexOf("𝒳"), s.text.text.indexOf("𝒳") + 1, "\ud835"),
    },
    { name: "an unknown revision", target: () => ({ ...selection(2, 6, "wall"), source: s.site.newId() }) },
  ])("refuses a target with $name", async ({ target }) => {
    await expect(s.publish(s.ada, { target: target() })).rejects.toMatchObject({ code: "invalid" });
  });

  it("refuses a target in another text, also once that text is cached", async () => {
    const other = await s.site.addText(s.group, s.teacher);
    await s.run(s.ada, publishCommand(other, s.site.newId()));
    const target = { ...selection(2, 6, "wall"), source: other.revision };
    await expect(s.publish(s.ada, { target })).rejects.toMatchObject({ code: "invalid" });
  });

  it.each([
    { name: "no words", given: { body: " \u200b\n" }, code: "invalid" },
    { name: "a highlight of nothing", given: { motivation: "highlighting", body: "", target: null }, code: "invalid" },
    { name: "too many words", given: { body: "é".repeat(MAX_BODY + 1) }, code: "too-large" },
    { name: "far too many words", given: { body: "é".repeat(3 * MAX_BODY) }, code: "too-large" },
  ] as const)("refuses $name with $code", async ({ given, code }) => {
    await expect(s.publish(s.ada, given)).rejects.toMatchObject({ code });
  });

  it.each([
    { name: "a highlight without words", given: { motivation: "highlighting", body: "" } },
    { name: "a question on the whole text", given: { motivation: "questioning", target: null } },
    { name: "10,000 characters outside the BMP", given: { body: "𝒳".repeat(MAX_BODY) } },
  ] as const)("takes $name", async ({ given }) => {
    expect(Object.keys(await s.records(s.ben, await s.publish(s.ada, given)))).toEqual(["reading"]);
  });

  it("ignores keys that a command has no business with", async () => {
    const forged = { creatorId: s.ben.id, status: "hidden", createdAt: 1, version: 99 };
    const id = await s.publish(s.ada, forged as object);
    expect((await s.records(s.ben, id)).reading).toMatchObject({
      status: "published",
      version: 1,
      created: s.site.time.now,
    });
    expect((await s.site.read.annotations.find(id))?.creator).toBe(s.ada.id);
  });

  it.each([
    { name: "a stranger", viewer: () => s.stranger, code: "not-found" },
    { name: "an observer", viewer: () => s.observer, code: "forbidden" },
  ])("refuses $name with $code", async ({ viewer, code }) => {
    await expect(s.publish(viewer())).rejects.toMatchObject({ code });
  });

  it("refuses everybody in an archived text", async () => {
    await s.site.documents.archive(s.teacher, s.text.id, true);
    await expect(s.publish(s.ada)).rejects.toMatchObject({ code: "forbidden" });
    await s.site.documents.archive(s.teacher, s.text.id, false);
    await s.publish(s.ada);
  });
});
