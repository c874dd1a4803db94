import { describe, expect, it } from "vitest";
import { parseMarkup } from "./parse.ts";
import { plainMarkup } from "./plain.ts";
import type { Inline, Markup } from "./tree.ts";

const origin = "https://glossa.example";
const ID = "01J8Z3K4M5N6P7Q8R9STVWXYZ0";
const parse = (body: string): Markup => parseMarkup(body, { origin });

/** The tree in a short notation: kind(content). */
const said = (markup: Markup): string =>
  markup
    .map((block) => {
      if (block.kind === "paragraph") return `p(${phrases(block.content)})`;
      if (block.kind === "quote") return `quote(${said(block.blocks)})`;
      if (block.kind === "list")
        return `${block.ordered ? `ol${block.start}` : "ul"}(${block.items.map(said).join("|")})`;
      return block.kind === "code" ? `code:${block.language}(${block.text})` : `maths(${block.source})`;
    })
    .join(" ");

const phrases = (content: readonly Inline[]): string =>
  content
    .map((phrase) => {
      if (phrase.kind === "text") return phrase.text;
      if (phrase.kind === "lineBreak") return "/";
      if (phrase.kind === "code") return `code(${phrase.text})`;
      if (phrase.kind === "maths") return `maths(${phrase.source})`;
      if (phrase.kind === "link") return `link<${phrase.href}>(${phrases(phrase.content)})`;
      if (phrase.kind === "mention") return `mention(${phrase.name})`;
      if (phrase.kind === "noteLink") return `note(${phrase.label})`;
      return phrase.kind === "paragraphRef" ? `¶(${phrase.number})` : `${phrase.kind}(${phrases(phrase.content)})`;
    })
    .join("");

describe("markup", () => {
  it.each([
    ["*a* and **b** and ~~c~~", "p(emphasis(a) and strong(b) and strike(c))"],
    ["***a***", "p(emphasis(strong(a)))"],
    ["`a *b*`", "p(code(a *b*))"],
    ["> one\n> two\n\nthree", "quote(p(one/two)) p(three)"],
    ["- a\n- b\n  - c", "ul(p(a)|p(b) ul(p(c)))"],
    ["3. a\n4. b", "ol3(p(a)|p(b))"],
    ["```js\nlet a;\n```", "code:js(let a;)"],
    ["```<b>\nx\n```", "code:(x)"],
    ["$$\nx^2\n$$", "maths(x^2)"],
    ["$$x\n+ y$$", "maths(x\n+ y)"],
    ["$$x that was never closed", "maths(x that was never closed)"],
    ["so $x^2$ is", "p(so maths(x^2) is)"],
    ["so $$x$$ is", "p(so maths(x) is)"],
    ["[a *b*](https://a.example/?b=c)", "p(link<https://a.example/?b=c>(a emphasis(b)))"],
    ["[](https://a.example)", "p(link<https://a.example>(https://a.example))"],
    ["see https://a.example/b.", "p(see link<https://a.example/b>(https://a.example/b).)"],
    ["www.a.example", "p(link<http://www.a.example>(www.a.example))"],
    ["ada@a.example", "p(link<mailto:ada@a.example>(ada@a.example))"],
    ["<https://a.example>", "p(link<https://a.example>(https://a.example))"],
    [`hello @[Ada L.](seat:${ID})!`, "p(hello mention(Ada L.)!)"],
    [`**@[Ada](seat:${ID})**`, "p(strong(mention(Ada)))"],
    [`[Ada](seat:${ID})`, "p(Ada)"],
    [`as [before](note:${ID})`, "p(as note(before))"],
    [`as ${origin}/n/${ID} says`, "p(as note() says)"],
    [`as [here](/n/${ID})`, "p(as note(here))"],
    [`[text](${origin}/t/${ID}/p/3)`, `p(link</t/${ID}/p/3>(text))`],
    [
      `https://elsewhere.example/n/${ID}`,
      `p(link<https://elsewhere.example/n/${ID}>(https://elsewhere.example/n/${ID}))`,
    ],
    ["see ¶12 and **¶ 3**", "p(see ¶(12) and strong(¶(3)))"],
    ["`¶12`", "p(code(¶12))"],
  ])("reads %j", (body, expected) => {
    expect(said(parse(body))).toBe(expected);
  });

  it("gives the seat and the note that are named", () => {
    const [mention] = parse(`@[Ada](seat:${ID})`);
    expect(mention).toEqual({ kind: "paragraph", content: [{ kind: "mention", seat: ID, name: "Ada" }] });
    const [link] = parse(`[x](note:${ID})`);
    expect(link).toEqual({ kind: "paragraph", content: [{ kind: "noteLink", note: ID, label: "x" }] });
  });
});

describe("words that are no markup", () => {
  it.each([
    ["one\ntwo", "p(one/two)"],
    ["one\n\n\ntwo", "p(one) p(two)"],
    ["one\\\ntwo", "p(one\\/two)"],
    ["# 3 is a number", "p(# 3 is a number)"],
    ["Title\n=====", "p(Title/=====)"],
    ["    an indented verse\n  and *another*", "p(    an indented verse/  and emphasis(another))"],
    ["one  \n  *two*", "p(one/  emphasis(two))"],
    ["* * *", "p(* * *)"],
    ["a\n---\nb", "p(a) p(---) p(b)"],
    ["-", "p(-)"],
    ["```", "p(```)"],
    ["1789 was a year; 1789. A year", "p(1789 was a year; 1789. A year)"],
    ["2*3*4 and a* b *c", "p(2emphasis(3)4 and a* b *c)"],
    ["snake_case_name", "p(snake_case_name)"],
    ["&amp; AT&T &#42;", "p(&amp; AT&T &#42;)"],
    ["<b>bold</b> & <!-- no -->", "p(<b>bold</b> & <!-- no -->)"],
    ["![alt](https://a.example/x.png)", "p(!link<https://a.example/x.png>(alt))"],
    ["| a | b |\n|---|---|\n| 1 | 2 |", "p(| a | b |/|---|---|/| 1 | 2 |)"],
    ["[a]: https://a.example", "p([a]: link<https://a.example>(https://a.example))"],
    ["it costs $5 and $10, or $5-$10", "p(it costs $5 and $10, or $5-$10)"],
    ["[x](ftp://a.example) [y](/etc/passwd) [z](../up)", "p([x](ftp://a.example) [y](/etc/passwd) [z](../up))"],
    ["¶123456 is none", "p(¶123456 is none)"],
  ])("keeps %j", (body, expected) => {
    expect(said(parse(body))).toBe(expected);
  });

  it.each([
    "one\ntwo",
    "  verse\n\n\n  verse, indented",
    "see ¶5, and ¶ 12.",
    "a (b) c: d; e! f? – g",
    "1 + 1 = 2 | 3",
  ])("needs no parser for %j, which would say the same", (body) => {
    expect(parse(`${body}\n\n\\*`).slice(0, -1)).toEqual(plainMarkup(body));
    expect(parse(body)).toEqual(plainMarkup(body));
  });
});
