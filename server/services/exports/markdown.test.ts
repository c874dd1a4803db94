/** What is written is read again by a Markdown parser: words stay words, and nothing reaches beyond its note. */
import { toString as textOf } from "hast-util-to-string";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { escaped } from "./escaped-markdown.ts";
import { markdownBlock, markdownThread } from "./markdown.ts";
import { passagesOf } from "./passages.ts";
import { head, note, plain, reply, text, thread } from "./test-notes.ts";

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype);
const written = (...of: Parameters<typeof markdownThread>) => [...markdownThread(...of)].join("");
const shown = (markdown: string): string => textOf(processor.runSync(processor.parse(markdown)));

describe("escaped words", () => {
  it.each([
    "# no heading",
    "1. no list",
    "- no item",
    "+ 1 = 2",
    "> no quotation",
    "*no* _emphasis_ **at all**",
    "`no code` ~~no~~",
    "[no](https://x.example) ![no](x)",
    "<img src=x onerror=alert(1)>",
    "a | b\n--- | ---",
    "&amp; &lt;",
    "a\\",
    "[^1]: no definition",
    "=====",
    "```\nno fence",
    "$no$ $$maths$$",
    "بئر 𝒳",
  ])("%j", (words) => {
    expect(shown(escaped(words)).replaceAll("\u00a0", " ").trim()).toBe(words);
  });
});

describe("a block", () => {
  it("carries the numbers of the notes whose passages end in it", () => {
    const [block] = text.blocks;
    if (block === undefined) throw new Error("The text has a block.");
    const marked = { passages: passagesOf(thread(note())), spans: [] };
    expect(markdownBlock(block, plain, marked)).toBe("A wall[^1] divides.\n\n");
  });
});

describe("a thread", () => {
  const footnotes = (markdown: string) => {
    const tree = processor.parse(`x[^1] y[^2]\n\n${markdown}`);
    const kinds: string[] = [];
    visit(tree, (node) => void kinds.push(node.type));
    return { tree, kinds };
  };

  it("is one footnote with its replies as a list", () => {
    const markdown = written(head, text, thread(note({ tags: ["irony"] }), reply({ body: "*Yes*\n\n> so" })));
    expect(markdown).toBe(
      "[^1]: **Ada** · 1 Sept 2026 · \\#irony · ¶1\n\n    > wall\n\n    Words\n\n" +
        "    - **Ada** · 1 Sept 2026\n\n      *Yes*\n\n      > so\n\n",
    );
    const { kinds } = footnotes(markdown);
    expect(kinds.filter((kind) => kind === "footnoteDefinition")).toHaveLength(1);
    expect(kinds).toContain("listItem");
    expect(kinds).toContain("emphasis");
  });

  it.each([
    "[^2]: another note",
    "```\nnever closed",
    "<!-- ",
    "<script>alert(1)</script>",
    "# heading\n\nSetext\n===",
    "[x]: https://evil.example",
    "a\n\n\n\nb\n- c\n\n        code",
    "[x](javascript:alert(1))",
    "| a |\n|---|\n| b |",
    `${"> ".repeat(200)}deep`,
  ])("stays one footnote whatever its words are: %j", (body) => {
    const markdown = written(head, text, thread(note({ body }), reply({ body })));
    const { tree, kinds } = footnotes(`${markdown}End of *section*`);
    expect(kinds.filter((kind) => kind === "footnoteDefinition")).toHaveLength(1);
    expect(kinds).not.toContain("html");
    expect(kinds).not.toContain("heading");
    expect(tree.children.at(-1)).toMatchObject({
      type: "paragraph",
      children: [{ value: "End of " }, { type: "emphasis" }],
    });
    expect(markdown).not.toContain("](<javascript");
  });

  it("says what is gone, and nothing more", () => {
    const gone = note({ isTombstone: true, status: "deleted", body: "", by: null });
    expect(written(head, text, thread(gone, reply()))).toMatch(/^\[\^1\]: \*This note was deleted by its author\.\*/);
  });
});
