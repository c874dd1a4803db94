import { describe, expect, it } from "vitest";
import type { TextEdit } from "#app/ui/insert-text.ts";
import { type Mark, marked, quoted } from "./writing-marks.ts";

/** A field in which [ and ] stand for the ends of the selection, or | for the caret. */
function field(text: string) {
  const start = text.search(/[[|]/u);
  const value = text.replace(/[[\]|]/gu, "");
  const close = text.indexOf("]");
  return { value, start, end: close === -1 ? start : close - 1 };
}
function after({ value }: { readonly value: string }, { start, end, text, select: [from, to] }: TextEdit): string {
  const next = value.slice(0, start) + text + value.slice(end);
  return from === to
    ? `${next.slice(0, from)}|${next.slice(from)}`
    : `${next.slice(0, from)}[${next.slice(from, to)}]${next.slice(to)}`;
}

describe("marked", () => {
  it.each<[Mark, string, string]>([
    ["bold", "so [it is]", "so **[it is]**"],
    ["bold", "so **[it is]**", "so [it is]"],
    ["bold", "so |", "so **|**"],
    ["italic", "so [ it is ]", "so  *[it is]* "],
    ["italic", "**[both]**", "***[both]***"],
    ["italic", "***[both]***", "**[both]**"],
    ["bold", "*[both]*", "***[both]***"],
    ["code", "the [word] here", "the `[word]` here"],
    ["code", "the `[word]` here", "the [word] here"],
    ["code", "[a\nb]", "```\n[a\nb]\n```"],
    ["maths", "[x^2]", "$[x^2]$"],
    ["list", "one\ntw|o\nthree", "one\n- two|\nthree"],
    ["list", "[one\ntwo]", "[- one\n- two]"],
    ["list", "[- one\n- two]", "[one\ntwo]"],
  ])("%s: %j", (mark, before, expected) => {
    expect(after(field(before), marked(mark, field(before)))).toBe(expected);
  });

  it("makes a link of words, or of an address", () => {
    const words = { value: "see here", start: 4, end: 8 };
    expect(marked("link", words)).toMatchObject({ text: "[here](https://)", select: [11, 19] });
    const address = { value: "https://x.example", start: 0, end: 17 };
    expect(marked("link", address)).toMatchObject({ text: "[](https://x.example)", select: [1, 1] });
  });
});

describe("quoted", () => {
  it.each([
    ["|", "> a\n> b\n\n|"],
    ["words|", "words\n\n> a\n> b\n\n|"],
    ["words\n|", "words\n\n> a\n> b\n\n|"],
  ])("%j", (before, expected) => {
    expect(after(field(before), quoted(field(before), "a\nb"))).toBe(expected);
  });
});
