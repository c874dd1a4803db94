import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#app/context/viewer.ts";
import { describe as describeSpan } from "#app/domain/annotation/describe.ts";
import { projectRevision } from "#app/rooms/projection.ts";
import { sayOfText } from "./annotations/reproject.ts";
import { openTestSite, publishCommand, type TestSite, type TestText } from "./test-site.ts";
import { verify } from "./verification.ts";

const first = ["The wall was built in one night.", "Nobody asked who had ordered the gate.", "The ferryman counted."];

let site: TestSite;
let text: TestText;
let teacher: Viewer;
let ada: Viewer;
let ben: Viewer;

beforeEach(async () => {
  site = await openTestSite();
  const group = await site.addGroup("Seminar");
  teacher = await site.addMember(group, "Tea", "teacher");
  [ada, ben] = [await site.addMember(group, "Ada", "member"), await site.addMember(group, "Ben", "member")];
  text = await site.addText(group, teacher, first.join("\n"));
});

afterEach(async () => {
  // Whatever happened: rooms, search and tables say the same.
  expect((await verify(site.database.read)).findings).toEqual([]);
  await site.close();
});

const targetOf = (words: string, within = first.join("\n"), source = text.revision) => {
  const start = within.indexOf(words);
  return { source, selector: describeSpan(within, { start, end: start + words.length }) };
};
const note = async (by: Viewer, words: string) => {
  const id = site.newId();
  await site.annotations.run(by, publishCommand(text, id, { target: targetOf(words) }));
  return id;
};
const current = async () => (await site.read.documents.find(text.id))?.revisionId ?? "";
const revise = async (lines: readonly string[], given: { base?: string; by?: Viewer; remark?: string } = {}) =>
  site.revisions.publish(given.by ?? teacher, text.id, {
    base: given.base ?? (await current()),
    pieces: lines.map((line) => ({ label: "paragraph", html: `<p>${line}</p>` })),
    remark: given.remark ?? "",
  });
const where = async (id: string) => {
  const found = (await site.read.annotations.find(id))?.target;
  return found && { state: found.state, words: found.selector[1].exact, start: found.selector[0].start };
};

describe("publishing a revision", () => {
  it("takes notes along, and says what became of each", async () => {
    const [kept, changed, lost] = [
      await note(ada, "one night"),
      await note(ben, "counted"),
      await note(ada, "the gate"),
    ];
    const { n } = await revise([`Once. ${first[0]}`, "The ferryman countted."], { remark: "Cut a sentence" });
    expect(n).toBe(2);
    expect(await where(kept)).toEqual({ state: "exact", words: "one night", start: 28 });
    expect(await where(changed)).toMatchObject({ state: "changed", words: "countted" });
    expect(await where(lost)).toMatchObject({ state: "lost", words: "the gate" });
    const { revisions, mayEdit, adrift } = await site.revisions.list(ada, text.id);
    expect(revisions.map(({ n: number, remark, carried }) => ({ number, remark, carried }))).toEqual([
      { number: 2, remark: "Cut a sentence", carried: { exact: 1, moved: 0, changed: 1, uncertain: 0, lost: 1 } },
      { number: 1, remark: "", carried: null },
    ]);
    expect([mayEdit, adrift]).toEqual([false, 1]);
    expect((await site.revisions.list(ben, text.id)).adrift).toBe(0);
  });

  it("follows hundreds of notes, some at a time", async () => {
    const ids: string[] = [];
    for (let i = 0; i < 230; i += 1) ids.push(await note(ada, i % 2 === 0 ? "one night" : "counted"));
    await revise(["A new first line.", ...first]);
    for (const id of ids) expect((await where(id))?.state).toBe("exact");
    expect(await site.read.revisions.behind()).toEqual([]);
  });

  it("keeps the pages of a text whose new words have none of their own", async () => {
    const starts = [first[0], first[1], first[2]].map((line) => first.join("\n").indexOf(line ?? ""));
    const pages = starts.map((start, n) => ({ label: String(n + 7), start }));
    const blocks = await site.read.documents.blocks(text.revision);
    const html = first.map((line, n) => `<p id="b-${n + 1}">${line}</p>`).join("");
    const made = { documentId: text.id, createdBy: teacher.id, createdAt: 1, remark: "", restores: null };
    const content = { html, text: first.join("\n"), blocks, pages };
    await site.writer.transact((store) => store.revisions.publish({ ...made, id: site.newId() }, content, {}));
    await revise([`Once. ${first[0]}`, first[2] ?? ""]);
    const revised = await site.read.documents.content(await current());
    expect(revised?.pages).toEqual([
      { label: "7", start: 6 },
      { label: "9", start: 39 },
    ]);
    await revise([first[2] ?? ""]);
    expect(await site.read.documents.pages(await current())).toEqual([{ label: "9", start: 0 }]);
  });

  it("goes on where it was stopped", async () => {
    const id = await note(ada, "counted");
    const words = "The ferryman counted.";
    await site.writer.transact(async (store) => {
      const made = { documentId: text.id, createdBy: teacher.id, createdAt: 1, remark: "", restores: null };
      const block = { n: 1, number: 1, kind: "paragraph", level: null, start: 0, end: words.length } as const;
      await store.revisions.publish(
        { ...made, id: site.newId() },
        { html: "", text: words, blocks: [block], pages: [] },
        {},
      );
      const said = await store.revisions.said(text.id);
      if (said !== null) await sayOfText(store, projectRevision(said));
    });
    expect((await where(id))?.start).toBe(first.join("\n").indexOf("counted"));
    await site.revisions.finish();
    expect(await where(id)).toMatchObject({ state: "exact", start: words.indexOf("counted") });
  });

  it("refuses what was edited on an older revision, what changes nothing, and whoever may not", async () => {
    await revise(["Other words."]);
    await expect(revise(["Third words."], { base: text.revision })).rejects.toMatchObject({ code: "conflict" });
    await expect(revise(["Other words."])).rejects.toMatchObject({ code: "invalid" });
    await expect(revise(["Mine."], { by: ada })).rejects.toMatchObject({ code: "forbidden" });
    const stranger = await site.addMember(await site.addGroup("Others"), "Sam", "teacher");
    await expect(revise(["Mine."], { by: stranger })).rejects.toMatchObject({ code: "not-found" });
    await expect(site.revisions.list(stranger, text.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(site.revisions.changes(stranger, text.id, 1)).rejects.toMatchObject({ code: "not-found" });
    await expect(site.revisions.adrift(stranger, text.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(site.revisions.edit(ada, text.id)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("brings the words of an older revision back, and the notes to where they were", async () => {
    const id = await note(ada, "the gate");
    await revise([first[0] ?? ""]);
    expect((await where(id))?.state).toBe("lost");
    await site.revisions.restore(teacher, text.id, { base: await current(), n: 1 });
    expect(await where(id)).toMatchObject({ state: "exact", words: "the gate" });
    const { revisions } = await site.revisions.list(ada, text.id);
    expect(revisions[0]).toMatchObject({ n: 3, restores: 1 });
  });

  it("is found by its new words, and not by the old ones", async () => {
    await revise([...first, "Lanterns hung from the harbour wall."]);
    const passages = async (words: string) =>
      (
        await site.search.find(ada, text.group, {
          ...{ line: words, sort: "time", show: "all", everywhere: false, after: null },
        })
      ).passages.length;
    expect([await passages("lanterns"), await passages("ferryman")]).toEqual([1, 1]);
    await revise(["Only lanterns."]);
    expect([await passages("lanterns"), await passages("ferryman")]).toEqual([1, 0]);
  });
});

describe("the index of a text", () => {
  it.each<[string, (lines: readonly string[]) => readonly string[]]>([
    ["a paragraph is changed and the others move", ([one = "", ...rest]) => [`Once. ${one}`, ...rest]],
    ["a paragraph comes before all others", (lines) => ["A line before.", ...lines]],
    ["the first paragraph goes", ([, ...rest]) => rest],
    ["two change places", ([one = "", two = "", ...rest]) => [two, one, ...rest]],
  ])("is that of the words as they are when %s", async (_, edit) => {
    const lines = [...first, "Lanterns hung from the harbour wall.", "Nobody slept."];
    await revise(lines);
    await revise(edit(lines));
    const indexed = site.database.read.sqlite
      .prepare(
        `SELECT b.n, b.number, b.start, b."end", w.words FROM search_blocks b JOIN block_words w ON w.rowid = b.id
         WHERE b.document_id = ? ORDER BY b.n`,
      )
      .all(text.id);
    const content = await site.read.documents.content(await current());
    expect(indexed).toEqual(
      content?.blocks.map(({ n, number, start, end }) => ({
        ...{ n, number, start, end },
        words: content.text.slice(start, end),
      })),
    );
  });
});

describe("what was written on an older revision", () => {
  it("comes into the newest when its command arrives", async () => {
    await revise(["A line before.", ...first]);
    const id = await note(ada, "counted");
    expect(await where(id)).toMatchObject({ state: "exact", words: "counted", start: 100 });
    const gone = await current();
    await revise([first[0] ?? ""]);
    const lost = site.newId();
    const target = targetOf("counted", ["A line before.", ...first].join("\n"), gone);
    await site.annotations.run(ben, publishCommand(text, lost, { target }));
    expect(await where(lost)).toMatchObject({ state: "lost", words: "counted" });
  });
});

describe("a note without a place", () => {
  const anchorAt = async (by: Viewer, id: string, words: string, passage = 0) => {
    const revision = await current();
    const now = (await site.read.documents.text(text.id, revision))?.text ?? "";
    const target = targetOf(words, now, revision);
    return site.annotations.run(by, { verb: "anchor", id, document: text.id, passage, target });
  };

  it("is offered with its old words and with places that resemble them, and gets one", async () => {
    const id = await note(ada, "who had ordered the gate");
    await revise([first[0] ?? "", "Nobody asked which mason the gate was by.", first[2] ?? ""]);
    const [waiting] = (await site.revisions.adrift(ada, text.id)).notes;
    expect(waiting).toMatchObject({ note: id, passage: 0, exact: "who had ordered the gate", by: { name: "Ada" } });
    expect(waiting?.before.endsWith("Nobody asked ")).toBe(true);
    expect((await site.revisions.adrift(ben, text.id)).notes).toEqual([]);
    expect((await site.revisions.adrift(teacher, text.id)).notes).toHaveLength(1);
    await anchorAt(ada, id, "which mason the gate was by");
    expect(await where(id)).toMatchObject({ state: "exact", words: "which mason the gate was by" });
    expect((await site.revisions.adrift(teacher, text.id)).notes).toEqual([]);
  });

  it("is placed by its author or by staff, on the record, and not moved where it has its place", async () => {
    const [id, kept] = [await note(ada, "the gate"), await note(ada, "one night")];
    await revise([first[0] ?? "", first[2] ?? ""]);
    await expect(anchorAt(ben, id, "counted")).rejects.toMatchObject({ code: "forbidden" });
    await expect(anchorAt(ada, kept, "counted")).rejects.toMatchObject({ code: "conflict" });
    await anchorAt(teacher, id, "counted");
    await anchorAt(teacher, id, "counted");
    const rows = await site.read.record.list({}, 100);
    expect(rows.filter(({ verb }) => verb === "passage.anchor")).toHaveLength(1);
  });
});
