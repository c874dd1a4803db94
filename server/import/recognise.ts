import type { SourceFormat } from "#app/domain/document/document.ts";

/** Formats that are text as they are. */
export type TextFormat = Exclude<SourceFormat, "docx" | "epub" | "pdf">;

const byExtension: Readonly<Record<string, TextFormat>> = {
  md: "markdown",
  markdown: "markdown",
  mdown: "markdown",
  html: "html",
  htm: "html",
  xhtml: "html",
};

/** Enough to tell a format by; UTF-16 code units. */
const sample = 100_000;

/**
 * Signs of Markdown with what each is worth; two points make a text Markdown. A sign that prose can have by accident
 * (a dash list, a `>` from mail) is worth one. Every expression is bounded, so none can be slow.
 */
const markdownSigns: readonly (readonly [sign: RegExp, points: number])[] = [
  [/^---\n[\w-]{1,40}:/, 2],
  [/^ {0,3}#{1,6} \S/m, 2],
  [/^ {0,3}(?:```|~~~)/m, 2],
  [/^\[\^[^\]\s]{1,40}\]:/m, 2],
  [/^\|?[ :]{0,3}-{3,20}[ :]{0,3}\|/m, 2],
  [/^\S[^\n]{0,120}\n={3,}[ \t]{0,5}$/m, 2],
  [/\[[^\]\n]{1,200}\]\((?:https?:|mailto:|#|\/)[^)\s]{1,500}\)/, 2],
  [/\*\*[^\s*][^*\n]{0,200}\*\*/, 2],
  [/^\[[^\]\n]{1,60}\]: {1,3}(?:https?:|<)/m, 2],
  [/(?:^|\s)[*_][^\s*_][^*_\n]{0,100}[*_](?=[\s.,;:!?)]|$)/m, 1],
  [/`[^`\n]{1,100}`/, 1],
  [/^[-*+] \S/m, 1],
  [/^> ?\S/m, 1],
];

const htmlTag =
  /<\/?(?:p|div|h[1-6]|ul|ol|li|article|section|table|blockquote|br|body|span|a|em|strong|i|b)(?:\s[^<>]{0,500})?\/?>/gi;

/** The format of a text: what its name says, else what it begins with, else what it is full of. */
export function recognise(text: string, fileName: string | null = null): TextFormat {
  const start = text.slice(0, sample).trimStart();
  if (/^(?:<\?xml[^>]{0,200}\?>)?\s{0,20}(?:<[?!][^>]{0,500}>\s{0,20}){0,20}<TEI(?:\.2)?[\s>]/u.test(start))
    return "tei";
  if (/^<(?:!doctype html|html[\s>]|head[\s>]|body[\s>]|\?xml[^>]{0,200}\?>\s{0,20}<(?:!doctype|html))/i.test(start))
    return "html";
  const named = byExtension[fileName?.toLowerCase().split(".").at(-1) ?? ""];
  if (named !== undefined) return named;
  if (looksLikeHtml(start)) return "html";
  // Windows line ends would hide every `$` below.
  return points(start.replaceAll("\r\n", "\n")) >= 2 ? "markdown" : "plain";
}

/** A fragment begins with a tag and has another, or has a tag in every 300 letters: prose about HTML has few. */
function looksLikeHtml(start: string): boolean {
  const tags = start.match(htmlTag)?.length ?? 0;
  return (tags >= 2 && /^<(?:[a-z][a-z0-9]{0,15}[\s>]|!--)/i.test(start)) || (tags >= 4 && tags * 300 > start.length);
}

function points(start: string): number {
  return markdownSigns.reduce((sum, [sign, worth]) => sum + (sign.test(start) ? worth : 0), 0);
}
