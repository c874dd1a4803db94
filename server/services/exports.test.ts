/** What leaves as a file: everything that the viewer may see, and not a word more, in every format. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TakenFile } from "#app/context/exports.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { exportFormats } from "#app/domain/export/export-format.ts";
import type { Store } from "#db/store.ts";
import { openSeminar, type Seminar } from "./annotations/test-seminar.ts";
import { makeExportService } from "./exports.ts";

let s: Seminar;

beforeEach(async () => {
  s = await openSeminar();
});
afterEach(() => s.site.close());

const serviceOn = (read: Store) =>
  makeExportService({ read, clock: () => s.site.time.now, origin: "https://glossa.example" });

async function wordsOf({ chunks }: TakenFile): Promise<string> {
  const decoder = new TextDecoder();
  let words = "";
  for await (const chunk of chunks) words += decoder.decode(chunk, { stream: true });
  return words + decoder.decode();
}

type Format = (typeof exportFormats)[number];
const taken = async (viewer: Viewer, format: Format, withPrivate = false): Promise<string> =>
  wordsOf(await serviceOn(s.site.read).text(viewer, s.text.id, { format, withPrivate }));

describe.each(exportFormats)("a text as %s", (format) => {
  it("holds the notes that its viewer may see, and no other word", async () => {
    const said = {
      everyone: "zqeveryoneqz",
      own: "zqprivateqz",
      hidden: "zqhiddenqz",
      old: "zqoldqz",
      gone: "zqgoneqz",
    };
    const first = await s.publish(s.ada, { body: said.old });
    await s.edit(s.ada, first, said.everyone, 1);
    await s.reply(s.ben, first);
    await s.publish(s.ada, { body: said.own, placement: "me" });
    const hidden = await s.publish(s.ada, { body: said.hidden });
    await s.reply(s.ben, hidden);
    await s.act(s.teacher, "hide", hidden);
    const gone = await s.publish(s.ada, { body: said.gone });
    await s.reply(s.ben, gone);
    await s.act(s.ada, "delete", gone);

    const wordsFor = async (viewer: Viewer, withPrivate: boolean) => {
      const file = await taken(viewer, format, withPrivate);
      return Object.keys(said).filter((key) => file.includes(said[key as keyof typeof said]));
    };
    expect(await wordsFor(s.ben, true)).toEqual(["everyone"]);
    expect(await wordsFor(s.observer, true)).toEqual(["everyone"]);
    expect(await wordsFor(s.teacher, true)).toEqual(["everyone", "hidden"]);
    expect(await wordsFor(s.ada, false)).toEqual(["everyone", "hidden"]);
    expect(await wordsFor(s.ada, true)).toEqual(["everyone", "own", "hidden"]);
    const file = await taken(s.ben, format);
    expect(file).toContain("Ada");
    expect(file).toMatch(/deleted/);
    expect(file).toMatch(/hidden/);
  });

  it("says what was said of notes without words, and what the group calls them", async () => {
    const { id: kind } = await s.site.vocabulary.addKind(s.teacher, s.group, { name: "Zqkindqz", meaning: "" });
    const asked = await s.publish(s.ada, { motivation: "questioning", body: "Why a wall?" });
    await s.publish(s.ben, { kind });
    const answer = await s.reply(s.ben, asked, { body: "To divide." });
    await s.answer(s.ada, asked, answer);
    await s.publish(s.ada, { motivation: "questioning", body: "Why a window?" });
    await s.react(s.ben, asked, "agree");
    await s.react(s.teacher, asked, "\u{1f4a1}");
    await s.react(s.teacher, answer, "endorse");
    const gone = await s.publish(s.ada);
    await s.react(s.ben, gone, "same-question");
    await s.reply(s.ben, gone);
    await s.act(s.ada, "delete", gone);
    const file = await taken(s.observer, format);
    for (const word of ["Zqkindqz", "Answered question", "Open question", "Agree", "\u{1f4a1}", "Tea"])
      expect(file).toContain(word);
    expect(file).toMatch(/[Ee]ndorsed/);
    expect(file).not.toContain("Same question");
  });

  it("is nothing for strangers and for those who left", async () => {
    await s.publish(s.ada);
    await expect(taken(s.stranger, format)).rejects.toMatchObject({ code: "not-found" });
    await leave(s.ben);
    await expect(taken(s.ben, format)).rejects.toMatchObject({ code: "not-found" });
  });

  it("breaks off when the right to read it ends on the way", async () => {
    for (let i = 0; i < 130; i += 1) await s.publish(s.ada, { body: "many words ".repeat(30) });
    const file = await serviceOn(s.site.read).text(s.ben, s.text.id, { format, withPrivate: false });
    const coming = file.chunks[Symbol.asyncIterator]();
    expect((await coming.next()).done).toBe(false);
    await leave(s.ben);
    const rest = async () => {
      while (!(await coming.next()).done);
    };
    await expect(rest()).rejects.toMatchObject({ code: "not-found" });
  });

  it("of nothing is a file as well", async () => {
    expect((await taken(s.ben, format)).length).toBeGreaterThan(20);
  });
});

describe("a file", () => {
  it("is named after its text", async () => {
    const { name, mediaType } = await serviceOn(s.site.read).text(s.ada, s.text.id, {
      format: "csv",
      withPrivate: false,
    });
    expect({ name, mediaType }).toEqual({
      name: "The wall and the window.csv",
      mediaType: "text/csv; charset=utf-8; header=present",
    });
  });

  it("is read no faster than it is taken", async () => {
    for (let i = 0; i < 220; i += 1) await s.publish(s.ada, { body: "many words ".repeat(30) });
    let reads = 0;
    const { read } = s.site;
    const counted: Store = {
      ...read,
      annotations: {
        ...read.annotations,
        threads(ids) {
          reads += 1;
          return read.annotations.threads(ids);
        },
      },
    };
    const { chunks } = await serviceOn(counted).text(s.ada, s.text.id, { format: "csv", withPrivate: false });
    await chunks[Symbol.asyncIterator]().next();
    expect(reads).toBe(1);
  });

  it("numbers each mark in the page like its note", async () => {
    const html = await taken(s.ada, "html");
    expect(html).not.toContain("note-1");
    await s.publish(s.ada);
    expect(await taken(s.ada, "html")).toContain('id="note-1"');
  });
});

async function leave(member: Viewer): Promise<void> {
  await s.site.writer.transact(async (store) => {
    await store.memberships.leave(s.group, member.id, s.site.time.now);
    await store.audiences.dismiss({ groupId: s.group, memberId: member.id, now: s.site.time.now });
  });
}
