/** What is written is read again by a Markdown parser: the same words, each with the same marks. */
import fc from "fast-check";
import type { Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { inlineMarkdown } from "./inline-markdown.ts";
import { type InlineSpan, inlineSpans } from "./inline-spans.ts";

const html =
  '<p data-block="1" data-start="0">A <em>wall <b>divides</b></em>, and <code>a_b*c</code>' +
  '<br><a href="https://x.example/?a=1&#x26;b">see</a> <a href="#b-2">there</a>.</p>';
const text = "A wall divides, and a_b*c\nsee there.";

describe("marked words", () => {
  it("are found in the text's own HTML", () => {
    expect(inlineSpans(html).map(({ kind, href, start, end }) => [kind, text.slice(start, end), href])).toEqual([
      ["emphasis", "wall divides", ""],
      ["strong", "divides", ""],
      ["code", "a_b*c", ""],
      ["link", "see", "https://x.example/?a=1&b"],
    ]);
  });

  it("are what they are in Markdown, with references between them", () => {
    const references = [{ at: 10, markdown: "[^1]" }];
    const block = { start: 0, end: text.length };
    expect(inlineMarkdown(text, block, { spans: inlineSpans(html), references })).toBe(
      "A _wall_ **_div_**[^1]**_ides_**, and ` a_b*c `\\\n[see](<https://x.example/?a=1&b>) there.",
    );
  });

  const kinds = ["link", "strong", "emphasis", "strike", "code"] as const;
  const mark = fc.tuple(fc.constantFrom(...kinds), fc.nat(14), fc.nat(14));
  const letters = [
    "a",
    "b",
    " ",
    " ",
    "é",
    "𝒳",
    "\u{1f4a1}",
    "!",
    '"',
    "(",
    "*",
    "_",
    "`",
    "~",
    "[",
    "]",
    "\\",
    "\n",
    "1",
    ".",
  ];

  it("come back with the same marks, whatever overlaps and touches what", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 14 }),
        fc.array(mark),
        (signs, given) => {
          const plain = `x${signs.join("").replaceAll(/\n{2,}/g, "\n")}x`;
          const spans: InlineSpan[] = given.flatMap(([kind, from, length]) => {
            const start = place(plain, from);
            const end = place(plain, start + length);
            return end > start ? [{ kind, href: kind === "link" ? "https://x.example/" : "", start, end }] : [];
          });
          const markdown = inlineMarkdown(plain, { start: 0, end: plain.length }, { spans, references: [] });
          expect(shown(markdown)).toEqual(wanted(plain, spans));
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** No place within a character. */
function place(plain: string, at: number): number {
  const near = Math.min(plain.length, at);
  return /[\ud800-\udbff]/.test(plain[near - 1] ?? "") ? near - 1 : near;
}

type Sign = readonly [character: string, ...marks: string[]];

function wanted(plain: string, spans: readonly InlineSpan[]): Sign[] {
  const signs: Sign[] = [];
  let at = 0;
  for (const character of plain) {
    const over = spans.filter(({ start, end }) => start <= at && at < end).map(({ kind }) => kind);
    if (character.trim() !== "") signs.push([character, ...[...new Set(over)].sort()]);
    at += character.length;
  }
  return signs;
}

const names: Readonly<Record<string, string>> = {
  emphasis: "emphasis",
  strong: "strong",
  delete: "strike",
  link: "link",
};

function shown(markdown: string): Sign[] {
  const signs: Sign[] = [];
  const visit = (node: Nodes, marks: readonly string[]): void => {
    if (node.type === "text" || node.type === "inlineCode") {
      const all = node.type === "inlineCode" ? [...marks, "code"] : marks;
      for (const character of node.value) if (character.trim() !== "") signs.push([character, ...[...all].sort()]);
    }
    const name = names[node.type];
    if ("children" in node)
      for (const child of node.children) visit(child, name === undefined ? marks : [...marks, name]);
  };
  const tree: Root = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  visit(tree, []);
  return signs;
}
