/** What the formatting buttons do to the words in a field. Offsets are UTF-16 code units. */
import type { TextEdit } from "#app/ui/insert-text.ts";

export type Selected = { readonly value: string; readonly start: number; readonly end: number };

export type Mark = "bold" | "italic" | "list" | "code" | "maths" | "link";

/** The edit that a button makes; a second press of bold, italic, code and maths takes the marks away again. */
export function marked(mark: Mark, at: Selected): TextEdit {
  switch (mark) {
    case "bold":
      return wrapped(at, "**");
    case "italic":
      return wrapped(at, "*");
    case "maths":
      return wrapped(at, "$");
    case "code":
      return at.value.slice(at.start, at.end).includes("\n") ? fenced(at) : wrapped(at, "`");
    case "list":
      return listed(at);
    case "link":
      return linked(at);
  }
}

/** The passage as a quotation on lines of its own, with the caret below it. */
export function quoted({ value, start, end }: Selected, passage: string): TextEdit {
  const before = value.slice(0, start);
  const gap = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const lines = passage.split("\n").map((line) => `> ${line}`.trimEnd());
  const text = `${gap}${lines.join("\n")}\n\n`;
  return { start, end, text, select: [start + text.length, start + text.length] };
}

function wrapped({ value, start, end }: Selected, sign: string): TextEdit {
  const words = value.slice(start, end);
  const length = sign.length;
  if (isAround(value, start, end, sign)) {
    return { start: start - length, end: end + length, text: words, select: [start - length, end - length] };
  }
  // The parser knows no emphasis whose sign has a space inside.
  const lead = words.length - words.trimStart().length;
  const trail = words.trim() === "" ? 0 : words.length - words.trimEnd().length;
  const inner = words.slice(lead, words.length - trail);
  const text = `${words.slice(0, lead)}${sign}${inner}${sign}${words.slice(words.length - trail)}`;
  return { start, end, text, select: [start + lead + length, start + lead + length + inner.length] };
}

/** True where just these signs stand around; two stars are not one star twice. */
function isAround(value: string, start: number, end: number, sign: string): boolean {
  const first = sign.charAt(0);
  const before = runBefore(value, start, first);
  const after = runAfter(value, end, first);
  if (before !== after || before < sign.length) return false;
  return sign.length === 1 ? before % 2 === 1 : true;
}

function runBefore(value: string, at: number, sign: string): number {
  let length = 0;
  while (value.charAt(at - length - 1) === sign) length += 1;
  return length;
}

function runAfter(value: string, at: number, sign: string): number {
  let length = 0;
  while (value.charAt(at + length) === sign) length += 1;
  return length;
}

function fenced({ value, start, end }: Selected): TextEdit {
  const text = `\`\`\`\n${value.slice(start, end)}\n\`\`\``;
  return { start, end, text, select: [start + 4, start + 4 + end - start] };
}

function listed({ value, start, end }: Selected): TextEdit {
  const from = value.lastIndexOf("\n", start - 1) + 1;
  const newline = value.indexOf("\n", end);
  const to = newline === -1 ? value.length : newline;
  const lines = value.slice(from, to).split("\n");
  const isList = lines.every((line) => line.startsWith("- "));
  const text = lines.map((line) => (isList ? line.slice(2) : `- ${line}`)).join("\n");
  const caret = from + text.length;
  return { start: from, end: to, text, select: [start === end ? caret : from, caret] };
}

function linked({ value, start, end }: Selected): TextEdit {
  const words = value.slice(start, end);
  if (/^https?:\/\/\S+$/u.test(words)) return { start, end, text: `[](${words})`, select: [start + 1, start + 1] };
  const address = "https://";
  const from = start + words.length + 3;
  return { start, end, text: `[${words}](${address})`, select: [from, from + address.length] };
}
