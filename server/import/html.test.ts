import { describe, expect, it } from "vitest";
import { readHtml } from "#server/import/html.ts";

function html(source: string): string[] {
  return readHtml(source).pieces.map((piece) => `${piece.label} ${piece.html}`);
}

const page = `<!doctype html><html lang="en-GB"><head><title> The Wall | Meadow </title><meta name="author" content="Ada Field">
<style>p { color: red }</style></head><body><header><a href="/">Meadow</a></header><nav>Home</nav>
<main><article><h1>The Wall</h1><p class="article__standfirst">A border.</p>
<figure><img src="a.jpg" alt="x"><figcaption>A fence</figcaption></figure>
<p>It is <em>high</em>.</p><aside>Sign up</aside><script>alert(1)</script></article></main><footer>About</footer></body></html>`;

describe("readHtml", () => {
  it("takes the text out of a page", () => {
    expect(html(page)).toEqual([
      "title <h1>The Wall</h1>",
      'standfirst <p data-kind="standfirst">A border.</p>',
      'caption <p data-kind="caption">A fence</p>',
      "paragraph <p>It is <em>high</em>.</p>",
    ]);
    expect(readHtml(page)).toMatchObject({ title: "The Wall | Meadow", author: "Ada Field", language: "en-GB" });
  });

  it.each([
    [
      "a title outside the text",
      "<header><h1>T</h1></header><main><p>a</main>",
      ["title <h1>T</h1>", "paragraph <p>a</p>"],
    ],
    [
      "loose words and blocks",
      "a <i>b</i><div>c</div>d",
      ["paragraph <p>a <i>b</i></p>", "paragraph <p>c</p>", "paragraph <p>d</p>"],
    ],
    ["two breaks part paragraphs", "<div>a<br>b<br><br>c</div>", ["paragraph <p>a<br>b</p>", "paragraph <p>c</p>"]],
    ["two breaks inside emphasis are one", "<p><i>a<br><br>b</i>", ["paragraph <p><i>a<br>b</i></p>"]],
    [
      "verse in italics below a title is verse",
      "<h1>T</h1><p data-kind=verse><i>a<br>b</i>",
      ["title <h1>T</h1>", 'verse <p data-kind="verse"><i>a<br>b</i></p>'],
    ],
    ["a layout table", "<table><tr><td><h2>a</h2><p>b</td></tr></table>", ["heading <h2>a</h2>", "paragraph <p>b</p>"]],
    [
      "a table of values",
      "<table><caption>n</caption><tr><th>a<td>b</table>",
      ['caption <p data-kind="caption">n</p>', "other <table><tbody><tr><th>a</th><td>b</td></tr></tbody></table>"],
    ],
    ["definitions", "<dl><dt>a<dd>b</dl>", ["item <dl><dt>a</dt><dd>b</dd></dl>"]],
    [
      "a form loses its fields and keeps its words",
      "<form><p>a</p><button>b</button><input></form>",
      ["paragraph <p>a</p>"],
    ],
    [
      "a link around blocks",
      "<a href='http://x.org'><div>a</div><div>b</div></a>",
      ["paragraph <p>a</p>", "paragraph <p>b</p>"],
    ],
    ["furigana in brackets", "<ruby>壁<rt>かべ</rt></ruby>", ["paragraph <p>壁 (かべ)</p>"]],
    ["what is hidden", "<p>a</p><p hidden>b</p><p aria-hidden=true>c</p>", ["paragraph <p>a</p>"]],
    ["blank paragraphs", "<p>&nbsp;</p><p>a</p>", ["paragraph <p>a</p>"]],
    ["white space", "<p> a \n <b> b </b> c<br> d </p>", ["paragraph <p>a <b>b </b>c<br>d</p>"]],
    ["no-break spaces stay", "<p>10&nbsp;km</p>", ["paragraph <p>10\u00a0km</p>"]],
    ["direction and language", "<p dir=rtl lang=he onclick=x>א</p>", ['paragraph <p dir="rtl" lang="he">א</p>']],
    [
      "a caption before a credit",
      "<p>a</p><p>A fence</p><p>Photo: Jo</p>",
      ["paragraph <p>a</p>", 'caption <p data-kind="caption">A fence</p>', "paragraph <p>Photo: Jo</p>"],
    ],
    [
      "notes",
      "<p>a<a href=#f>1</a><div class=footnotes><ol><li id=f>b <a href=#r>↩</a></ol></div>",
      [
        'paragraph <p>a<a href="#user-content-f">1</a></p>',
        'other <section data-footnotes=""><ol><li><a id="user-content-f"></a>b</li></ol></section>',
      ],
    ],
    [
      "the footer of a quotation",
      "<blockquote>a<footer>Ada</footer></blockquote>",
      ["quotation <blockquote><p>a</p><p>Ada</p></blockquote>"],
    ],
    [
      "the largest article of many",
      "<article>a</article><article>b</article>",
      ["paragraph <p>a</p>", "paragraph <p>b</p>"],
    ],
  ])("%s", (_, source, expected) => {
    expect(html(source)).toEqual(expected);
  });

  it("offers the clutter of a page and keeps it", () => {
    const pieces = readHtml("<p>a</p><p>Sign up</p><p>b</p>").pieces;
    expect(pieces.map((piece) => piece.clutter)).toEqual([null, "newsletter", null]);
  });
});
