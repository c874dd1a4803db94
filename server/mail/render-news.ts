/** A letter about news as plain text and as HTML, which say the same; the HTML loads nothing from anywhere. */
import { escapeHtml, markupHtml } from "#app/domain/markup/html.ts";
import { plainText } from "#app/domain/markup/plain-text.ts";
import type { NewsLetter } from "#app/domain/news/letter.ts";
import { mailWords } from "#app/words/mail.ts";
import { timeWords } from "#app/words/time.ts";
import { type Link, type NewsParts, type NotePart, newsParts } from "./news-parts.ts";
import type { Rendered } from "./render.ts";

/** Says the letter in the language of the moment, with its subject. */
export function renderNews(letter: NewsLetter, origin: string): Rendered & { readonly subject: string } {
  const parts = newsParts(letter, origin);
  return { subject: parts.subject, text: textOf(parts, origin), html: htmlOf(parts, origin) };
}

function textOf({ notes, further, why, ways }: NewsParts, origin: string): string {
  const footer = [`-- \n${why}`, ...ways.map(linkText), mailWords.footer(origin)];
  return `${[...notes.map(noteText), ...(further === null ? [] : [further]), ...footer].join("\n\n")}\n`;
}

/** Words of people are set in, so that none of them can look like the end of the letter. */
function noteText({ happened, when, place, group, passage, body, link }: NotePart): string {
  return [
    ...(place === null ? [] : [`${place}\n${group}`]),
    ...(passage === null ? [] : [inset(passage, "> ")]),
    `${happened} (${when}):`,
    inset(plainText(body), "    "),
    linkText(link),
  ].join("\n\n");
}

function inset(text: string, mark: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => `${mark}${line}`.trimEnd())
    .join("\n");
}

function linkText({ label, url }: Link): string {
  return `${label}:\n${url}`;
}

/** Colours of their own have the lines alone: words and paper are the mail program's, in the dark too. */
const page = "max-width:36em;margin:0 auto;padding:1em;font:16px/1.5 Georgia,serif";
const quote = "margin:0.75em 0;padding:0 0 0 0.9em;border-left:3px solid #c98a1b";
const small = "font:13px/1.5 system-ui,sans-serif;opacity:0.8";
const rule = "border:0;border-top:1px solid #8886;margin:2em 0 1em";

function htmlOf({ subject, notes, further, why, ways }: NewsParts, origin: string): string {
  const lines = [
    ...notes.map((note) => noteHtml(note, origin)),
    ...(further === null ? [] : [`<p>${escapeHtml(further)}</p>`]),
    `<hr style="${rule}">`,
    `<p style="${small}">${escapeHtml(why)}<br>${ways.map(linkHtml).join(" · ")}<br>${escapeHtml(mailWords.footer(origin))}</p>`,
  ];
  return [
    `<!doctype html>\n<html lang="${timeWords.locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(subject)}</title></head>\n<body><div style="${page}">`,
    ...lines,
    "</div></body></html>\n",
  ].join("\n");
}

function noteHtml(
  { happened, when, place, group, passage, language, dir, body, link }: NotePart,
  origin: string,
): string {
  const head =
    place === null
      ? ""
      : `<p style="${small};margin-top:2em"><strong>${escapeHtml(place)}</strong><br>${escapeHtml(group)}</p>`;
  const lang = language === "" ? "" : ` lang="${escapeHtml(language)}"`;
  const words =
    passage === null ? "" : `<blockquote style="${quote}"${lang} dir="${dir}">${lines(passage)}</blockquote>`;
  const said = markupHtml(body, {
    noteHref: (note) => `${origin}/n/${note}`,
    paragraphHref: () => link.url,
  });
  return [
    `${head}${words}`,
    `<p style="margin-bottom:0">${escapeHtml(happened)} <span style="${small}">${escapeHtml(when)}</span></p>`,
    `<div dir="auto">${said}</div>`,
    `<p>${linkHtml(link)}</p>`,
  ].join("\n");
}

function lines(text: string): string {
  return escapeHtml(text).replace(/\n/g, "<br>");
}

function linkHtml({ label, url }: Link): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
}
