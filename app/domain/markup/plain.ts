/** Words without markup: paragraphs, line breaks and ¶ numbers. What has no markup, and what has too much, is read so. */
import type { Inline, Markup } from "./tree.ts";

const betweenParagraphs = /\n(?:[ \t]*\n)+/;
const paragraphRef = /¶\s?(\d{1,5})(?!\d)/gu;

/** Every line as it was typed; takes time in proportion to the length of the body, whatever it holds. */
export function plainMarkup(body: string): Markup {
  return body
    .split(betweenParagraphs)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => ({ kind: "paragraph", content: linesOf(paragraph.split("\n")) }));
}

/** Lines with breaks between them. */
export function linesOf(lines: readonly string[]): Inline[] {
  return lines.flatMap((line, i) => (i === 0 ? wordsOf(line) : [{ kind: "lineBreak" }, ...wordsOf(line)]));
}

/** One line, told apart into words and ¶ numbers. */
function wordsOf(line: string): Inline[] {
  const words: Inline[] = [];
  let from = 0;
  for (const found of line.matchAll(paragraphRef)) {
    if (found.index > from) words.push({ kind: "text", text: line.slice(from, found.index) });
    words.push({ kind: "paragraphRef", number: Number(found[1]) });
    from = found.index + found[0].length;
  }
  if (from < line.length) words.push({ kind: "text", text: line.slice(from) });
  return words;
}
