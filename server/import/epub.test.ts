import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readAny } from "#server/import/read.ts";
import { type Book, epub } from "#server/import/test-archives.ts";

const read = (book: Book) => readAny({ bytes: epub(book), fileName: "wall.epub" });
const one = (body: string): Book => ({ chapters: [{ name: "one", body }] });

describe("a book", () => {
  it("is its chapters in reading order, with what it says of itself", async () => {
    const reading = await read({
      chapters: [
        { name: "b", body: "<h1>First</h1><p>It is <em>high</em>.</p>" },
        { name: "a", body: "<h1>Second</h1><p>It is low.</p>" },
      ],
    });
    expect(reading).toMatchObject({
      format: "epub",
      title: "The Wall",
      author: "Ada Field, Ben Moor",
      language: "en-GB",
    });
    expect(reading.pieces.map(({ label, text }) => [label, text])).toEqual([
      ["title", "The Wall"],
      ["heading", "First"],
      ["paragraph", "It is high."],
      ["heading", "Second"],
      ["paragraph", "It is low."],
    ]);
  });

  it.each([2, 3] as const)(
    "of version %s gives chapters without a heading the one of its contents",
    async (version) => {
      const { pieces } = await read({
        chapters: [
          { name: "a", body: "<p>It is high.</p>" },
          { name: "b", body: "<h2>Its own</h2><p>It is low.</p>" },
        ],
        contents: { version, titles: { a: "Above", b: "Below" } },
      });
      expect(pieces.filter(({ label }) => label === "heading").map(({ text }) => text)).toEqual(["Above", "Its own"]);
    },
  );

  it("marks where its printed pages begin", async () => {
    const body = `<div epub:type="pagebreak" id="p1" title="1"/><p>It is <span role="doc-pagebreak" aria-label="2">2</span>high.</p><hr epub:type="pagebreak" title="3"/><p>Yes.</p>`;
    const { pieces } = await read(one(body));
    expect(pieces.slice(1).map(({ html }) => html)).toEqual([
      `<p><span data-page="1"></span>It is <span data-page="2"></span>high.</p>`,
      `<p><span data-page="3"></span>Yes.</p>`,
    ]);
  });

  it("is not the one chapter that is longer than the rest together", async () => {
    const long = `<article><p>${"A long walk along it. ".repeat(60)}</p></article>`;
    const { pieces } = await read({
      chapters: [
        { name: "a", body: "<p>Before it.</p>" },
        { name: "b", body: long },
      ],
    });
    expect(pieces.map(({ text }) => text)).toContain("Before it.");
  });

  it("may have more pictures than a text has bytes", async () => {
    const picture: [Uint8Array, { level: 0 }] = [new Uint8Array(6 * 1024 * 1024), { level: 0 }];
    const { pieces } = await read({ ...one("<p>It is high.</p>"), more: { "OEBPS/wall.jpg": picture } });
    expect(pieces.at(-1)?.text).toBe("It is high.");
  });

  it("leaves out what is not read in order, and pages without words", async () => {
    const { pieces } = await read({
      chapters: [
        { name: "cover", body: `<img src="cover.jpg"/>` },
        { name: "a", body: "<p>It is high.</p>" },
        { name: "advert", body: "<p>Buy another one.</p>", linear: "no" },
      ],
    });
    expect(pieces.map(({ text }) => text)).toEqual(["The Wall", "It is high."]);
  });
});

describe("a book that means harm or is broken", () => {
  it.each([
    [
      "unpacks to more than fits",
      () => epub({ chapters: [], more: { "big.xhtml": new Uint8Array(41 * 1024 * 1024) } }),
      "too-large",
    ],
    ["is cut off", () => epub(one("<p>x")).subarray(0, 300), "invalid"],
    ["has no chapter", () => epub({ chapters: [] }), "invalid"],
    ["is locked", () => epub({ chapters: [], more: { "META-INF/encryption.xml": strToU8("<x/>") } }), "invalid"],
  ])("%s: refused", async (_, bytes, code) => {
    await expect(readAny({ bytes: bytes(), fileName: null })).rejects.toMatchObject({ code });
  });

  it("expands no entities and fetches nothing", async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>`;
    const { pieces } = await read({
      ...one("<p>It is high.</p>"),
      more: { "OEBPS/text/one.xhtml": strToU8(`${laughs}<html><body><p>Ha: &b;&c;</p></body></html>`) },
    });
    const said = pieces.map(({ text }) => text).join(" ");
    expect(said).not.toContain("hahaha");
    expect(said).not.toContain("root:");
  });

  it("reads nothing by a path that leads out of it", async () => {
    const bytes = epub({
      chapters: [
        { name: "../../../../etc/passwd#", body: "<p>x</p>" },
        { name: "a", body: "<p>It is high.</p>" },
      ],
    });
    const { pieces } = await readAny({ bytes, fileName: null });
    expect(pieces.map(({ text }) => text)).toContain("It is high.");
  });

  it.each([
    ["1819", "<dc:date>1819</dc:date><dc:rights>Public domain</dc:rights>", "public-domain", ""],
    [
      "1820-03-01",
      `<dc:date opf:event="modification">2020</dc:date><dc:date opf:event="publication">1820-03-01T00:00:00Z</dc:date>
       <dc:rights>© Ada Field</dc:rights>`,
      "",
      "© Ada Field",
    ],
    ["", `<dc:date opf:event="creation">2020</dc:date><meta property="dcterms:modified">2021</meta>`, "", ""],
  ])("says when it was published (%s) and under what terms", async (published, about, licence, rights) => {
    expect(await read({ ...one("<p>High.</p>"), about })).toMatchObject({ published, licence, rights });
  });
});
