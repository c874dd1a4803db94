import { describe, expect, it } from "vitest";
import { readMarkdown } from "#server/import/markdown.ts";

function html(source: string): string[] {
  return readMarkdown(source).pieces.map((piece) => `${piece.label} ${piece.html}`);
}

describe("readMarkdown", () => {
  it.each([
    [
      "headings",
      "# A\n\n## B\n\n### C\n\n##### D",
      ["title <h1>A</h1>", "heading <h2>B</h2>", "subheading <h3>C</h3>", "subheading <h4>D</h4>"],
    ],
    [
      "a second top heading is a heading",
      "# A\n\nx\n\n# B",
      ["title <h1>A</h1>", "paragraph <p>x</p>", "heading <h2>B</h2>"],
    ],
    [
      "inline",
      "a *b* **c** `d` ~~e~~",
      ["paragraph <p>a <em>b</em> <strong>c</strong> <code>d</code> <del>e</del></p>"],
    ],
    ["a list", "1. a\n2. b\n   - c", ["item <ol><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ol>"]],
    ["a list from three", "3. a\n4. b", ['item <ol start="3"><li>a</li><li>b</li></ol>']],
    ["a quotation", "> a\n>\n> b", ["quotation <blockquote><p>a</p><p>b</p></blockquote>"]],
    ["code", "```js\nlet a;\n\n  b\n```", ["other <pre>let a;\n\n  b</pre>"]],
    [
      "a table",
      "| a |\n|---|\n| 1 |",
      ["other <table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"],
    ],
    [
      "an italic paragraph below the title",
      "# A\n\n*b c.*\n\n*d*",
      ["title <h1>A</h1>", 'standfirst <p data-kind="standfirst">b c.</p>', "paragraph <p><em>d</em></p>"],
    ],
    [
      "turns of a dialogue",
      "**Ada.** a\n\n**Bo.** b\n\n**Ada.** c\n\nd",
      [
        'speech <p data-kind="speech"><strong>Ada.</strong> a</p>',
        'speech <p data-kind="speech"><strong>Bo.</strong> b</p>',
        'speech <p data-kind="speech"><strong>Ada.</strong> c</p>',
        "paragraph <p>d</p>",
      ],
    ],
    [
      "two bold beginnings are no dialogue",
      "**Note.** a\n\n**Source.** b",
      ["paragraph <p><strong>Note.</strong> a</p>", "paragraph <p><strong>Source.</strong> b</p>"],
    ],
    ["three lines are verse", "a\\\nb\\\nc", ['verse <p data-kind="verse">a<br>b<br>c</p>']],
    ["a rule", "a\n\n***\n\nb", ["paragraph <p>a</p>", "other <hr>", "paragraph <p>b</p>"]],
    [
      "HTML inside",
      "a <b>b</b> <script>c</script>\n\n<div>\nd\n</div>",
      ["paragraph <p>a <b>b</b></p>", "paragraph <p>d</p>"],
    ],
    ["a link that runs", "[a](javascript:b)", ["paragraph <p>a</p>"]],
    ["a link within", "[a](/b)", ["paragraph <p>a</p>"]],
    ["a picture", "a ![b](c.png)", ["paragraph <p>a</p>"]],
    ["front matter is no text", "---\ntitle: T\n---\n\na", ["paragraph <p>a</p>"]],
    ["a rule at the top is no front matter", "---\n\na\n\n---", ["other <hr>", "paragraph <p>a</p>", "other <hr>"]],
  ])("%s", (_, source, expected) => {
    expect(html(source)).toEqual(expected);
  });

  it("reads the front matter", () => {
    const terms = "date: March 2021\nlicense: CC BY 4.0\nrights: © Ada Field";
    const source = `---\ntitle: 'The: Wall'\nauthor: Ada Field\nlang: de-at\ntags: [a]\n${terms}\n---\n\nx`;
    expect(readMarkdown(source)).toMatchObject({
      ...{ title: "The: Wall", author: "Ada Field", language: "de-AT" },
      ...{ published: "March 2021", licence: "CC-BY-4.0", rights: "© Ada Field" },
    });
  });

  it("links a footnote to its note", () => {
    expect(html("a[^n]\n\n[^n]: b")).toEqual([
      'paragraph <p>a<sup><a href="#user-content-fn-n">1</a></sup></p>',
      'other <section data-footnotes=""><ol><li><a id="user-content-fn-n"></a>b</li></ol></section>',
    ]);
  });

  it("keeps links and footnotes whole across the parts of a book", () => {
    const filler = `${"A wall is a wall. ".repeat(20)}\n\n`.repeat(400);
    const pieces = html(
      `See [the gate] and a note[^n].\n\n${filler}\`\`\`\n\n# no heading\n\n\`\`\`\n\n${filler}[the gate]: https://example.org/\n\n[^n]: The note.\n`,
    );
    expect(pieces[0]).toContain('<a href="https://example.org/" rel="nofollow ugc noopener">the gate</a>');
    expect(pieces[0]).toContain('<a href="#user-content-fn-n">1</a>');
    expect(pieces.at(-1)).toContain("The note.");
    expect(pieces.filter((piece) => piece.startsWith("other <pre>"))).toEqual(["other <pre># no heading</pre>"]);
    expect(pieces).toHaveLength(1 + 800 + 1 + 1);
  });
});
