import { describe, expect, it } from "vitest";
import { readNow } from "#server/import/read.ts";

const header = `<teiHeader><fileDesc><titleStmt><title>The Wall</title><author>Ada Field</author></titleStmt></fileDesc></teiHeader>`;
const read = (body: string, head = header) =>
  readNow({
    bytes: new TextEncoder().encode(
      `<?xml version="1.0"?><!DOCTYPE TEI SYSTEM "tei.dtd"><TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">${head}<text><body>${body}</body></text></TEI>`,
    ),
    fileName: "wall.xml",
  });
const said = (body: string) =>
  read(body)
    .pieces.slice(1)
    .map(({ label, text }) => [label, text]);

describe("an edition in TEI", () => {
  it("says what it is, and becomes its divisions, headings and paragraphs", () => {
    const reading = read(
      "<div><head>Above</head><p>It is <hi rend='italic'>high</hi>.</p><div><head>Closer</head><p>Moss.</p></div></div>",
    );
    expect(reading).toMatchObject({ format: "tei", title: "The Wall", author: "Ada Field", language: "en" });
    expect(reading.pieces.map(({ label, text }) => [label, text])).toEqual([
      ...[
        ["title", "The Wall"],
        ["heading", "Above"],
        ["paragraph", "It is high."],
      ],
      ...[
        ["subheading", "Closer"],
        ["paragraph", "Moss."],
      ],
    ]);
    expect(reading.pieces[2]?.html).toContain("<em>high</em>");
  });

  it("marks where its pages begin, also between paragraphs and lines", () => {
    const { pieces } = read(
      `<pb n="1"/><p>It is <pb n="2"/>high.</p><pb/><lg><l>One line,</l><pb n="3"/><l>another,</l><l>and <pb n="4"/>a third.</l></lg>`,
    );
    expect(pieces.slice(1).map(({ html }) => html)).toEqual([
      `<p><span data-page="1"></span>It is <span data-page="2"></span>high.</p>`,
      `<p data-kind="verse">One line,<br><span data-page="3"></span>another,<br>and <span data-page="4"></span>a third.</p>`,
    ]);
  });

  it("keeps stanzas and turns of speech", () => {
    expect(said("<lg><l>One line,</l><l>another,</l><l>and a third.</l></lg>")).toEqual([
      ["verse", "One line,\nanother,\nand a third."],
    ]);
    const turns = ["ADA", "BEN", "ADA"].map((name) => `<sp><speaker>${name}.</speaker><p>Who built it?</p></sp>`);
    expect(said(turns.join("")).map(([, text]) => text)).toEqual([
      "ADA: Who built it?",
      "BEN: Who built it?",
      "ADA: Who built it?",
    ]);
  });

  it("reads what the edition prints: put right, without running heads, with its notes at the end", () => {
    expect(
      said(
        `<p>It is <choice><sic>hihg</sic><corr>high</corr></choice><note>Or tall.</note>.<pb n="2"/><fw>THE WALL</fw></p><p>A <gap/> gate.</p>`,
      ),
    ).toEqual([
      ["paragraph", "It is high1."],
      ["paragraph", "A […] gate."],
      ["paragraph", "1. Or tall."],
    ]);
  });

  it("keeps lists, tables and quotations", () => {
    const labels = said(
      "<list><item>Stone</item><item>Lime</item></list><quote><p>Who built it?</p></quote><table><row><cell>a</cell><cell>b</cell></row></table>",
    );
    expect(labels.map(([label]) => label)).toEqual(expect.arrayContaining(["item", "quotation"]));
    expect(
      read(`<table>${"<row><cell>a</cell><cell>b</cell></row>".repeat(2)}</table><p>x</p>`).pieces.some(({ html }) =>
        html.includes("<td"),
      ),
    ).toBe(true);
  });

  it("keeps words that stand as they are, and stops for none that do not end", () => {
    const { pieces } = read("<p>High <![CDATA[<low> & R&D]]> and <![CDATA[]]>old.</p>");
    expect(pieces.at(-1)?.text).toBe("High <low> & R&D and old.");
    expect(() => read(`<p>x</p>${"<![CDATA[".repeat(100_000)}`)).not.toThrow();
  });

  it("expands no entities", () => {
    const text = read("<p>Ha: &b;</p>", `${header}<!ENTITY b "haha">`)
      .pieces.map((piece) => piece.text)
      .join(" ");
    expect(text).not.toContain("haha");
  });

  it("without words is refused", () => {
    expect(() => read("<pb/>", "<teiHeader/>")).toThrow(expect.objectContaining({ code: "invalid" }));
  });

  it.each([
    [
      `<date when="1819-05">May 1819</date><availability><licence target="https://creativecommons.org/licenses/by-sa/3.0/">Share it.</licence></availability>`,
      "May 1819",
      "CC-BY-SA-3.0",
      "",
    ],
    [
      `<date when="1819"/><availability status="restricted"><p>© The Meadow Press</p></availability>`,
      "1819",
      "",
      "© The Meadow Press",
    ],
    ["<p>Unpublished.</p>", "", "", ""],
  ])("says when it was published and under what terms: %.40s", (statement, published, licence, rights) => {
    const head = header.replace("</titleStmt>", `</titleStmt><publicationStmt>${statement}</publicationStmt>`);
    expect(read("<p>High.</p>", head)).toMatchObject({ published, licence, rights });
  });
});
