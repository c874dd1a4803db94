import { describe, expect, it } from "vitest";
import { markupHtml } from "./html.ts";
import { parseMarkup } from "./parse.ts";
import { mentionedSeats, plainText } from "./plain-text.ts";

const ADA = "01J8Z3K4M5N6P7Q8R9STVWXYZ0";
const BEN = "01J8Z3K4M5N6P7Q8R9STVWXYZ1";
const parse = (body: string) => parseMarkup(body, { origin: "https://glossa.example" });

describe("a note as HTML", () => {
  it.each([
    ["a < b & *c*\nd", "<p>a &lt; b &amp; <em>c</em><br>d</p>"],
    ["> **a**\n\n~~b~~", "<blockquote><p><strong>a</strong></p></blockquote><p><s>b</s></p>"],
    ["- a\n- b\n  - c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"],
    ["1. a\n2. b", "<ol><li>a</li><li>b</li></ol>"],
    ["4. a", '<ol start="4"><li>a</li></ol>'],
    ["```\na\n  b\n```", "<pre><code>a\n  b</code></pre>"],
    ["`a`", "<p><code>a</code></p>"],
    ["$a<b$", '<p><code class="math">a&lt;b</code></p>'],
    ["$$\na\n$$", '<div class="math-block"><code class="math">a</code></div>'],
    [
      "[a](https://a.example/?b&c)",
      '<p><a href="https://a.example/?b&amp;c" rel="noopener noreferrer nofollow ugc">a</a></p>',
    ],
    [`@[Ada](seat:${ADA})`, '<p><span class="mention">@Ada</span></p>'],
    [`[Ada's](note:${ADA})`, `<p><a href="/n/${ADA}">Ada&#39;s</a></p>`],
    [`https://glossa.example/n/${ADA}`, `<p><a href="/n/${ADA}">/n/${ADA}</a></p>`],
    ["¶12", '<p><a href="#12">¶12</a></p>'],
  ])("%j", (body, expected) => {
    expect(markupHtml(parse(body))).toBe(expected);
  });

  it("asks others for what it does not know", () => {
    const body = `@[Old name](seat:${ADA}) $x$ ¶3 [n](note:${BEN})`;
    const written = markupHtml(parse(body), {
      maths: (source, isBlock) => `<math>${source}${isBlock}</math>`,
      nameOf: () => "<Ada>",
      noteHref: (note) => `#note-${note}`,
      paragraphHref: (number) => `https://a.example/p/${number}`,
    });
    expect(written).toBe(
      `<p><span class="mention">@&lt;Ada&gt;</span> <math>xfalse</math> <a href="https://a.example/p/3">¶3</a> <a href="#note-${BEN}">n</a></p>`,
    );
  });
});

describe("a note as words", () => {
  it.each([
    ["*a* **b**\n`c` $d$", "a b\nc d"],
    ["> a\n> b\n\nc", "> a\n> b\n\nc"],
    ["- a\n- b\n  1. c", "- a\n- b\n  1. c"],
    ["```\na\n```", "a"],
    [`@[Ada](seat:${ADA}) [n](note:${BEN}) ¶ 3`, "@Ada n ¶3"],
  ])("%j", (body, expected) => {
    expect(plainText(parse(body))).toBe(expected);
  });

  it("knows whom it names, each once", () => {
    const body = `@[B](seat:${BEN})\n\n> - *@[A](seat:${ADA})* @[B](seat:${BEN})\n\n\`@[A](seat:${ADA})\``;
    expect(mentionedSeats(parse(body))).toEqual([BEN, ADA]);
    expect(mentionedSeats(parse(`[B](seat:${BEN}) \`@[A](seat:${ADA})\``))).toEqual([]);
  });
});
