import { describe, expect, it } from "vitest";
import type { Piece, PieceLabel, RevisionContent } from "#app/domain/document/document.ts";
import { buildRevision } from "#server/import/build.ts";
import { readHtml } from "#server/import/html.ts";
import { readPlain } from "#server/import/plain.ts";

function build(
  pieces: readonly Piece[],
  labels: Record<number, PieceLabel> = {},
  leftOut: number[] = [],
): RevisionContent {
  return buildRevision(pieces, { labels, leftOut });
}

function buildHtml(source: string): RevisionContent {
  return build(readHtml(source).pieces);
}

/** Kind and number of each block, such as "paragraph 1". */
function kinds(content: RevisionContent): string[] {
  return content.blocks.map(({ kind, number, level }) =>
    [kind, level, number].filter((part) => part !== null).join(" "),
  );
}

/** The HTML without the attributes that the laws prove. */
function bare(content: RevisionContent): string {
  return content.html.replaceAll(/ (?:id|data-block|data-start|data-number)="[^"]*"/g, "");
}

describe("buildRevision", () => {
  it("writes the attributes of the contract", () => {
    const content = buildHtml("<h1>Two 𝔴alls</h1><p>a<br>b</p><h3>c</h3><p>d</p>");
    expect(content).toEqual({
      title: "Two 𝔴alls",
      standfirst: "",
      html:
        '<header><h1 id="b-1" data-block="1" data-start="0">Two 𝔴alls</h1></header>' +
        '<p id="b-2" data-block="2" data-start="11" data-number="1">a<br>b</p>' +
        '<h3 id="b-3" data-block="3" data-start="15">c</h3>' +
        '<p id="b-4" data-block="4" data-start="17" data-number="2">d</p>',
      text: "Two 𝔴alls\na\nb\nc\nd",
      blocks: [
        { n: 1, number: null, kind: "title", level: null, start: 0, end: 10 },
        { n: 2, number: 1, kind: "paragraph", level: null, start: 11, end: 14 },
        { n: 3, number: null, kind: "heading", level: 3, start: 15, end: 16 },
        { n: 4, number: 2, kind: "paragraph", level: null, start: 17, end: 18 },
      ],
      pages: [],
      words: 6,
      language: "",
      dir: "ltr",
    });
  });

  it.each([
    ["a quotation", "<blockquote><p>a<p>b</blockquote>", ["quotation 1", "quotation 2"]],
    ["a list in a list", "<ul><li>a<ul><li>b</ul></ul>", ["item 1", "item 2"]],
    ["a list in a quotation", "<blockquote><ul><li>a</ul></blockquote>", ["item 1"]],
    ["a quotation in a list", "<ul><li>a<blockquote>b</blockquote></ul>", ["item 1", "quotation 2"]],
    ["a table with an empty cell", "<table><tr><th>a<td><td>b</table>", ["cell", "cell"]],
    ["code", "<pre>a\n b</pre>", ["code 1"]],
    [
      "notes",
      "<p>a</p><section data-footnotes><ol><li>b<blockquote>c</blockquote></ol></section>",
      ["paragraph 1", "footnote", "footnote"],
    ],
    [
      "verse, speech, caption",
      "<p data-kind=verse>a</p><p data-kind=speech>b</p><p data-kind=caption>c</p>",
      ["verse 1", "speech 2", "caption"],
    ],
    ["headings", "<h1>a</h1><h2>b</h2><h5>c</h5>", ["title", "heading 2", "heading 4"]],
    ["a heading in a quotation is quoted", "<blockquote><h2>a</h2></blockquote>", ["quotation 1"]],
    ["definitions", "<dl><dt>a<dd>b</dl>", ["item 1", "item 2"]],
  ])("knows the blocks of %s", (_, source, expected) => {
    expect(kinds(buildHtml(source))).toEqual(expected);
  });

  it.each<[string, string, PieceLabel, string]>([
    ["a list as paragraphs", "<ul><li>a<li>b</ul>", "paragraph", "<header></header><p>a</p><p>b</p>"],
    ["a paragraph as a heading", "<p>a <i>b</i></p>", "heading", "<header></header><h2>a <i>b</i></h2>"],
    ["a paragraph as a quotation", "<p>a</p>", "quotation", "<header></header><blockquote><p>a</p></blockquote>"],
    ["a paragraph as an item", "<p>a</p>", "item", "<header></header><ul><li>a</li></ul>"],
    ["a heading as the title", "<h2>a</h2>", "title", "<header><h1>a</h1></header>"],
    ["a paragraph as the standfirst", "<p>a</p>", "standfirst", '<header><p data-kind="standfirst">a</p></header>'],
    ["code as verse", "<pre>a\nb</pre>", "verse", '<header></header><p data-kind="verse">a<br>b</p>'],
    [
      "a quotation as speech",
      "<blockquote><p>a<p>b</blockquote>",
      "speech",
      '<header></header><p data-kind="speech">a</p><p data-kind="speech">b</p>',
    ],
    ["a title as a paragraph", "<h1>a</h1>", "paragraph", "<header></header><p>a</p>"],
    ["a heading as other", "<h2>a</h2>", "other", "<header></header><h2>a</h2>"],
  ])("dresses %s", (_, source, label, expected) => {
    expect(bare(build(readHtml(source).pieces, { 0: label }))).toBe(expected);
  });

  it("gives a plain paragraph its lines back when it is verse after all, and joins verse that is prose", () => {
    const prose = "It is a rule of the valley that a gate is left as it was found, and\nnobody remembers who made it.";
    const asVerse = build(readPlain(prose), { 0: "verse" });
    expect(asVerse.text).toBe(prose);
    const poem = readPlain("I walked along,\nI walked alone,\nI walked.");
    expect(poem[0]?.label).toBe("verse");
    expect(build(poem, { 0: "paragraph" }).text).toBe("I walked along, I walked alone, I walked.");
  });

  it("leaves out what was chosen, and nothing else", () => {
    const pieces = readHtml("<p>a</p><p>Sign up</p><p>b</p>").pieces;
    expect(build(pieces).text).toBe("a\nSign up\nb");
    expect(build(pieces, {}, [1]).text).toBe("a\nb");
    expect(() => build(pieces, {}, [0, 1, 2])).toThrow(expect.objectContaining({ code: "invalid" }));
  });

  it("keeps one title; a second is a heading", () => {
    const pieces = readHtml("<h1>a</h1><p>b</p>").pieces;
    expect(bare(build(pieces, { 1: "title" }))).toBe("<header><h1>a</h1></header><h2>b</h2>");
  });

  it("links notes to their blocks, and keeps the words of a link whose note is left out", () => {
    const pieces = readHtml(
      '<p>a<sup><a href="#n">1</a></sup></p><section data-footnotes><ol><li id=n>b</ol></section>',
    ).pieces;
    expect(build(pieces).html).toContain('<sup><a href="#b-2">1</a></sup>');
    expect(bare(build(pieces, {}, [1]))).toBe("<header></header><p>a<sup>1</sup></p>");
  });

  it("tells the direction of the text, and of a block against it", () => {
    const content = buildHtml("<p>الجدار والنافذة على التل الأخضر</p><p>The wall</p><p>12</p>");
    expect(content.dir).toBe("rtl");
    expect(content.html).toContain('data-number="2" dir="ltr">The wall');
    expect(content.html).toContain('data-number="3">12');
  });

  it("trusts no piece: what comes from a form is sanitised again", () => {
    const piece: Piece = {
      id: 0,
      label: "paragraph",
      clutter: null,
      html: '<p id="b-9" data-block="9" onclick="x">a<script>b</script></p>',
      text: "a",
    };
    expect(build([piece]).html).toBe(
      '<header></header><p id="b-1" data-block="1" data-start="0" data-number="1">a</p>',
    );
  });
});
