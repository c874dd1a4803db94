/** Bodies made to run, to break or to cost: all of them are inert words, within limits (moderation, C6). */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastCost } from "#tests/support/cost.ts";
import { MAX_BODY } from "../annotation/annotation.ts";
import { cleanBody } from "../annotation/body.ts";
import { markupHtml } from "./html.ts";
import { parseMarkup } from "./parse.ts";
import { mentionedSeats, plainText } from "./plain-text.ts";
import type { Block, Inline, Markup } from "./tree.ts";
import { MAX_DEPTH } from "./tree.ts";

const origin = "https://glossa.example";
const ID = "01J8Z3K4M5N6P7Q8R9STVWXYZ0";
const parse = (body: string): Markup => parseMarkup(body, { origin });
const html = (body: string): string => markupHtml(parse(body));

/** The only tags that a note may bring, exactly as they may stand. */
const allowed =
  /<(?:\/?(?:p|blockquote|ul|ol|li|pre|code|em|strong|s|a|span|div)|br|ol start="\d{1,9}"|code class="math"|div class="math-block"|span class="mention"|a href="(?:https?:|mailto:|\/[nt]\/|#\d)[^"<>]*"(?: rel="noopener noreferrer nofollow ugc")?)>/g;

function expectInert(written: string): void {
  expect(written.replace(allowed, "")).not.toMatch(/[<>]/);
}

const attacks = [
  "<script>alert(1)</script>",
  "<ScRiPt src=//evil.example></sCrIpT>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<svg><script>alert&#40;1&#41;</script>",
  "<iframe srcdoc='<script>alert(1)</script>'>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "<a href=javascript:alert(1)>x</a>",
  "<details open ontoggle=alert(1)>",
  "<!--><img src=x onerror=alert(1)>-->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<style>@import'//evil.example'</style>",
  "<base href=//evil.example>",
  "<form action=//evil.example><input type=submit>",
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java\tscript:alert(1))",
  "[x](<java\tscript:alert(1)>)",
  "[x](\u0001javascript:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A&#x61)",
  "[x](java\\script:alert(1))",
  "[x](vbscript:msgbox(1))",
  "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[x](file:///etc/passwd)",
  "[x](//evil.example)",
  "[x](\\\\evil.example)",
  "[x](/\\evil.example)",
  "[x](view-source:https://a.example)",
  "[x](blob:https://a.example/1)",
  "<javascript:alert(1)>",
  "<data:text/html,x>",
  "![x](javascript:alert(1))",
  '![x](https://a.example/"onerror="alert(1))',
  '[x](https://a.example/"onmouseover="alert(1))',
  "[x](https://a.example 'a\"onmouseover=\"alert(1)')",
  "[x]: javascript:alert(1)\n\n[x]",
  'https://a.example/"><script>alert(1)</script>',
  "https://a.example/'onclick=alert(1)//",
  "www.a.example/<svg/onload=alert(1)>",
  "`<script>alert(1)</script>`",
  "```<script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```",
  "$<script>alert(1)</script>$",
  "$$\n\\href{javascript:alert(1)}{x}</code><script>alert(1)</script>\n$$",
  `@[<img src=x onerror=alert(1)>](seat:${ID})`,
  `[<img src=x onerror=alert(1)>](note:${ID})`,
  `[x](note:${ID}"onclick="alert(1))`,
  `[x](/n/${ID}/../../sign-out)`,
  `${origin}/n/${ID}"onclick="alert(1)`,
  `[x](${origin}.evil.example/n/${ID})`,
  `@[x](seat:../../evil)`,
  "\u202e<script>\u202c",
  "<script\u0000>alert(1)</script>",
  "\u2028<script>alert(1)</script>\u2029",
];

describe("what could run", () => {
  it.each(attacks)("is inert: %j", (attack) => {
    for (const body of [attack, `> ${attack}`, `- ${attack}`, `**${attack}**`, `[${attack}](https://a.example)`]) {
      expectInert(html(body));
      expectInert(html(cleanBody(body)));
    }
  });

  it("leads nowhere but to the web, to a mailbox and to our own pages", () => {
    for (const attack of attacks) {
      for (const [, href = ""] of html(attack).matchAll(/href="([^"]*)"/g))
        expect(href).toMatch(/^(?:https?:\/\/|mailto:|\/n\/[0-9A-Z]{26}$|\/t\/)/);
    }
  });
});

const sign = fc.constantFrom(
  ..."*_~`$[]()<>!@\\#&-+>|:./\n\t 1¶ab\"'",
  "\n> ",
  "\n- ",
  "\n1. ",
  "https://",
  `seat:${ID}`,
);

describe("any body", () => {
  it("is read without an error, within depth, and loses no word", () => {
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 120 }), (body) => {
        const tree = parse(body);
        expectInert(markupHtml(tree));
        expect(depthOf(tree)).toBeLessThanOrEqual(2 * MAX_DEPTH + 1);
        expect(mentionedSeats(tree).every((seat) => seat === ID)).toBe(true);
        expect(plainText(tree).trim() === "").toBe(body.trim() === "");
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });

  it.each([
    ">".repeat(5_000),
    "> ".repeat(5_000),
    "- ".repeat(5_000),
    "*_".repeat(5_000),
    "**a _b ".repeat(1_400),
    nested(),
  ])("is as deep as a page can show", (body) => {
    expect(depthOf(parse(body))).toBeLessThanOrEqual(2 * MAX_DEPTH + 1);
  });
});

function nested(): string {
  return Array.from({ length: 90 }, (_, i) => `${"  ".repeat(i)}- a`).join("\n");
}

function depthOf(tree: Markup): number {
  const ofPhrase = (phrase: Inline): number =>
    "content" in phrase ? 1 + Math.max(0, ...phrase.content.map(ofPhrase)) : 0;
  const ofBlock = (block: Block): number => {
    if (block.kind === "quote") return 1 + depthOf(block.blocks);
    if (block.kind === "list") return 1 + Math.max(0, ...block.items.map(depthOf));
    return block.kind === "paragraph" ? 1 + Math.max(0, ...block.content.map(ofPhrase)) : 1;
  };
  return Math.max(0, ...tree.map(ofBlock));
}

/** Processor time in milliseconds. The worst that was found takes 250 on a slow machine; quadratic is above 1,000. */
const bound = 1_500;

const cost = (work: () => unknown): number => leastCost(work, bound);

const seeds = [
  ...["a", "a ", "[", "[a](", "[a](b)", "[a", "]", "[]", "](", "!", "![", "(", "<", "<a", "<a@", "\\"],
  ...["*", "**", "*a", "*a ", "**a", "**a**", "_a*", "*a _b ", "*a*", "*_", "~a", "~a~", "~~a", "**a _b ~~c "],
  ...["`", "`a", "`a``", "$", "$a", "$a$ ", "$$a ", "```\n", "$$\n", "¶", "¶1", "¶1 *a* "],
  ...[">", "> ", "- ", "* ", "1. ", "1.", "-\n", "- a\n", ">\n", "> a\n", "  - ", "\n", "a\n", " \n", "\t", " "],
  ...["a@", "a@b.c ", "www.", "www.a.b ", "http://", "http://a.b ", "http://a.b(", `@[a](seat:${ID}) `, "c~~ b_ a** "],
];

describe("bodies made to be slow", () => {
  it.each(seeds.map((seed) => [JSON.stringify(seed), seed] as const))("are read in time: %s", (_, seed) => {
    const body = seed.repeat(Math.ceil((2 * MAX_BODY) / seed.length)).slice(0, 2 * MAX_BODY);
    expect(cost(() => parse(body.slice(0, MAX_BODY)))).toBeLessThan(bound);
    expect(cost(() => html(body))).toBeLessThan(bound);
  });

  it("takes a word of 1 MB as a word", () => {
    for (const body of ["a".repeat(1_000_000), `*${"a".repeat(1_000_000)}*`, "[".repeat(1_000_000)]) {
      expect(cost(() => expect(plainText(parse(body))).toBe(body))).toBeLessThan(bound);
    }
  });
});
