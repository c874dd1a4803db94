import { describe, expect, it } from "vitest";
import type { Passage } from "./passages.ts";
import { PIECE, weave } from "./weave.ts";

const html =
  '<header><h1 id="b-1" data-block="1" data-start="0">Title</h1></header>' +
  '<p id="b-2" data-block="2" data-start="6" data-number="1">One <em>two</em> &#x26; three<br>four</p>' +
  '<h2 id="b-3" data-block="3" data-start="27">Next</h2>' +
  '<p data-block="4" data-start="32" data-number="2"><a href="https://x.example/?a=1&#x26;b" title="a > b">𝒳</a>.</p>';
const text = "Title\nOne two & three\nfour\nNext\n𝒳.";

const passage = (words: string, n = 1, colour: Passage["colour"] = "amber"): Passage => {
  const start = text.indexOf(words);
  return { n, start, end: start + words.length, colour };
};
const woven = (...passages: readonly Passage[]) => [...weave(html, passages)].map(({ content }) => content);
const all = (...passages: readonly Passage[]) => woven(...passages).join("");
const ref = (n: number) => `<sup class="ref"><a href="#note-${n}">${n}</a></sup>`;

describe("marks in a text", () => {
  it("leave it as it was where there are none", () => {
    expect(all().replaceAll("&amp;", "&#x26;")).toBe(html);
  });

  it.each([
    ["within a word's element", passage("two"), `<em><mark class="amber">two</mark>${ref(1)}</em>`],
    [
      "over an element's end",
      passage("wo & th"),
      `t<mark class="amber">wo</mark></em><mark class="amber"> &amp; th</mark>${ref(1)}ree`,
    ],
    [
      "over a line break",
      passage("three\nfo"),
      `<mark class="amber">three</mark><br><mark class="amber">fo</mark>${ref(1)}ur`,
    ],
    ["to a block's end", passage("four"), `<mark class="amber">four</mark>${ref(1)}</p>`],
    ["on an astral character in a link", passage("𝒳"), `title="a > b"><mark class="amber">𝒳</mark>${ref(1)}</a>`],
    ["on the title", passage("Title"), `<mark class="amber">Title</mark>${ref(1)}</h1>`],
  ])("%s", (_, given, expected) => {
    expect(all(given)).toContain(expected);
  });

  it("over two blocks end in the second", () => {
    expect(all(passage("four\nNext"))).toContain(
      `<mark class="amber">four</mark></p><h2 id="b-3" data-block="3" data-start="27"><mark class="amber">Next</mark>${ref(1)}</h2>`,
    );
  });

  it("overlap: deeper where two are, each with its number at its own end", () => {
    expect(all(passage("One two", 1), passage("two & three", 2, "blue"))).toContain(
      `<mark class="amber">One </mark><em><mark class="blue deep">two</mark>${ref(1)}</em><mark class="blue"> &amp; three</mark>${ref(2)}<br>`,
    );
  });

  it("of one note twice at one place give one number", () => {
    expect(all(passage("two"), passage("two"), passage("two", 2))).toContain(`</mark>${ref(1)}${ref(2)}</em>`);
  });

  it("escape what the text says", () => {
    const said = '<p data-block="1" data-start="0">a &#x3C;script> b</p>';
    expect([...weave(said, [{ n: 1, start: 2, end: 10, colour: "rose" }])][0]?.content).toBe(
      `<p data-block="1" data-start="0">a <mark class="rose">&lt;script&gt;</mark>${ref(1)} b</p>`,
    );
  });
});

describe("sections", () => {
  it("go from one heading to the next", () => {
    expect([...weave(html, [])].map(({ end }) => end)).toEqual([27, Number.POSITIVE_INFINITY]);
    expect(woven()[1]).toMatch(/^<h2/);
  });

  it("a heading right after the title begins none of its own", () => {
    const short = '<header></header><h2 data-block="1" data-start="0">A</h2><p data-block="2" data-start="2">b</p>';
    expect([...weave(short, [])]).toHaveLength(1);
  });

  it("are found in a long text in steps that grow with it, in pieces", () => {
    const long = Array.from({ length: 5_000 }, (_, i) => `<p data-block="${i}" data-start="${i * 11}">ten words </p>`);
    let looks = 0;
    const placed = (at: number) => () => {
      looks += 1;
      return at;
    };
    const marks = Array.from({ length: 5_000 }, (_, i) => {
      const mark = { n: i, start: 0, end: 0, colour: "blue" as const };
      Object.defineProperties(mark, { start: { get: placed(i * 11) }, end: { get: placed(i * 11 + 3) } });
      return mark;
    });
    const pieces = [...weave(long.join(""), marks)];
    expect(pieces.filter(({ end }) => end !== null)).toHaveLength(1);
    expect(Math.max(...pieces.map(({ content }) => content.length))).toBeLessThan(2 * PIECE);
    // Looking at all of them for each would be 25 million.
    expect(looks).toBeLessThan(40 * marks.length);
  });
});
