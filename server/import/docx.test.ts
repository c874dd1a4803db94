import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { readAny } from "#server/import/read.ts";
import { docx, paragraph } from "#server/import/test-archives.ts";

const read = (paragraphs: string) => readAny({ bytes: docx(paragraphs), fileName: "wall.docx" });

describe("a Word document", () => {
  it("is read by the meaning of its styles, with what it says of itself", async () => {
    const reading = await read(
      [
        paragraph("The Wall", "Title"),
        paragraph("Above", "heading1"),
        paragraph("It is high."),
        paragraph("Who built it?", "Quote"),
      ].join(""),
    );
    expect(reading).toMatchObject({ format: "docx", title: "The Wall", author: "Ada Field", language: "de-DE" });
    expect(reading.pieces.map(({ label, text }) => [label, text])).toEqual([
      ["title", "The Wall"],
      ["heading", "Above"],
      ["paragraph", "It is high."],
      ["quotation", "Who built it?"],
    ]);
  });

  it("keeps emphasis and tables, and no markup that somebody typed", async () => {
    const bold = `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>high</w:t></w:r><w:r><w:t> &lt;b&gt;low&lt;/b&gt;</w:t></w:r></w:p>`;
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const { pieces } = await read(`${bold}<w:tbl><w:tr>${cell("a")}${cell("b")}</w:tr></w:tbl>${paragraph("End")}`);
    expect(pieces[0]?.html).toMatch(/<strong>high<\/strong> &(?:lt|#x3C);b/u);
    expect(pieces.map(({ text }) => text.replace(/\s+/gu, " ").trim())).toContain("End");
    expect(pieces.some(({ html }) => html.includes("<table"))).toBe(true);
  });

  it.each([
    ["is cut off", docx(paragraph("x")).subarray(0, 400), "invalid"],
    ["has no words", docx(""), "invalid"],
    ["is no XML inside", docx("", { "word/document.xml": strToU8("\u0000\u0001 nothing <") }), "invalid"],
    ["unpacks to more than fits", docx("", { "word/more.xml": new Uint8Array(41 * 1024 * 1024) }), "too-large"],
  ])("that %s is refused", async (_, bytes, code) => {
    await expect(readAny({ bytes, fileName: null })).rejects.toMatchObject({ code });
  });
});
