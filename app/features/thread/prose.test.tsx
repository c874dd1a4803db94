import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it } from "vitest";
import type { RosterSeat } from "#app/context/reading.ts";
import { Prose } from "./prose.tsx";
import { ProseProvider, type ProseSurroundings } from "./prose-context.ts";
import { loadMarkupParser } from "./use-markup.ts";

const ulid = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
const surroundings = {
  origin: "https://glossa.example",
  who: (seat: string) => (seat === ulid ? ({ name: "Jonas Keller" } as RosterSeat) : null),
  isOwn: () => false,
  titleOf: () => "Jonas Keller: Why?",
} as unknown as ProseSurroundings;

function shown(body: string, linked = true): string {
  const html = renderToStaticMarkup(
    <ProseProvider value={surroundings}>
      <Prose body={body} linked={linked} />
    </ProseProvider>,
  );
  return html.replace(/ class="[^"]*"/gu, "").replace(/^<div dir="auto">|<\/div>$/gu, "");
}

beforeAll(loadMarkupParser);

describe("Prose", () => {
  it.each([
    ["emphasis", "*a* **b** ~~c~~ `d`", '<p dir="auto"><em>a</em> <strong>b</strong> <s>c</s> <code>d</code></p>'],
    ["lines", "a\nb", '<p dir="auto">a<br/>b</p>'],
    ["a quotation", "> a", '<blockquote dir="auto"><p dir="auto">a</p></blockquote>'],
    ["code that can be scrolled", "```\n<b>\n```", '<pre dir="ltr" tabindex="0"><code>&lt;b&gt;</code></pre>'],
    ["a list from 3", "3. a", '<ol start="3"><li dir="auto"><p dir="auto">a</p></li></ol>'],
    ["the source of a formula until it is set", "$a$", '<p dir="auto"><span><code>a</code></span></p>'],
    ["who sits there now, not what was typed", `@[Dean](seat:${ulid})`, '<p dir="auto"><span>@Jonas Keller</span></p>'],
    ["a paragraph", "¶12", '<p dir="auto"><a href="#12" data-paragraph="12">¶12</a></p>'],
    [
      "a note by its words",
      `[why](note:${ulid})`,
      `<p dir="auto"><a href="/n/${ulid}" data-note="${ulid}">why</a></p>`,
    ],
    [
      "a pasted address of a note by its title",
      `https://glossa.example/n/${ulid}`,
      `<p dir="auto"><a href="/n/${ulid}" data-note="${ulid}">Jonas Keller: Why?</a></p>`,
    ],
    [
      "a link elsewhere",
      "[x](https://x.example)",
      '<p dir="auto"><a href="https://x.example" rel="noopener noreferrer nofollow ugc" target="_blank">x</a></p>',
    ],
  ])("%s", (_, body, html) => {
    expect(shown(body)).toBe(html);
  });

  it("holds nothing that takes the focus inside a card that is a button", () => {
    const everything = `[x](https://x.example) ¶3 [why](note:${ulid})\n\n\`\`\`\ncode\n\`\`\``;
    expect(shown(everything, false)).not.toMatch(/<a |tabindex/u);
  });
});
