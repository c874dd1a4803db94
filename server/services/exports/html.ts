/** One page for paper and screen that needs nothing else: the text with its marks, each section with its notes at the foot. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { quotation } from "#app/domain/annotation/annotation.ts";
import { escapeHtml, markupHtml } from "#app/domain/markup/html.ts";
import { parseMarkup } from "#app/domain/markup/parse.ts";
import { spokenLocale } from "#app/words/localised.ts";
import { takingWords } from "#app/words/taking.ts";
import { mathMl } from "./math-ml.ts";
import { dayOf, factsOf, factsOfText, nameOf, placeOf, tombstoneOf } from "./say.ts";
import { type FileHead, noteAddress, type TakenNote, type TakenText, type TakenThread, textAddress } from "./taken.ts";

const words = takingWords.file;

const root = join(import.meta.dirname, "..", "..", "..");
/** The site's own colours and sizes, and how a page on paper uses them. */
const sheet = [join(root, "app/ui/tokens.css"), join(import.meta.dirname, "printed.css")]
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

/** The beginning of a file, with the title and where it comes from. Nothing in it can be run or fetched. */
export function htmlHead(head: FileHead, title: string, group: string): string {
  return `<!doctype html>
<html lang="${spokenLocale()}" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>
${sheet}
</style>
</head>
<body>
<p class="origin">${escapeHtml(words.from(group, dayOf(head.now, head)))} · <a href="${escapeHtml(head.address)}">${escapeHtml(head.origin)}</a></p>
<main>
`;
}

export const htmlEnd = "</main>\n</body>\n</html>\n";

/** Before the first section of a text; its title is said here where the article does not. */
export function htmlArticleBegin(text: TakenText, article: string): string {
  const { language, dir } = text;
  const facts = factsOfText(text);
  const lang = language === "" ? "" : ` lang="${escapeHtml(language)}"`;
  const line = facts.length === 0 ? "" : `<p class="facts" dir="auto">${facts.map(escapeHtml).join(" · ")}</p>\n`;
  const title = article.includes("<h1") ? "" : `<header><h1>${escapeHtml(text.title)}</h1></header>\n`;
  return `<article class="text"${lang} dir="${dir}">\n${title}${line}`;
}

export const htmlArticleEnd = "</article>\n";

export const htmlNotesBegin = (): string =>
  `\n<aside class="notes" lang="${spokenLocale()}" dir="ltr" aria-label="${escapeHtml(words.notes)}">\n<ol>\n`;
export const htmlNotesEnd = "</ol>\n</aside>\n";

/** A thread in the list at the foot of a section, note by note. */
export function* htmlThread(head: FileHead, text: TakenText, { n, start, notes }: TakenThread): Generator<string> {
  const [first] = notes;
  yield `<li id="note-${n}" class="${first?.colour ?? "plain"}">`;
  yield htmlPlace(text, { n, start, targets: first?.targets ?? [] });
  for (const note of notes) yield htmlNote(head, text, note);
  yield "</li>\n";
}

type Place = Pick<TakenThread, "n" | "start"> & Pick<TakenNote, "targets">;

/** The line that says where a note stands: its number, its paragraph and the words that it is about. */
export function htmlPlace(text: TakenText, { n, start, targets }: Place): string {
  const place = escapeHtml(placeOf(text, start));
  const quotes = targets.map((target, i) => {
    const also = i === 0 ? "" : `${escapeHtml(words.further)} `;
    return ` ${also}<q lang="${escapeHtml(text.language)}" dir="${text.dir}">${escapeHtml(shortened(quotation(target)))}</q>`;
  });
  return `<p class="place"><b>${n}</b> · ${place}${quotes.join("")}</p>\n`;
}

/** One note with who wrote it. */
export function htmlNote(head: FileHead, text: TakenText, note: TakenNote): string {
  const step = note.depth === 0 ? "" : ` reply step-${Math.min(note.depth, 3)}`;
  if (note.isTombstone) return `<div class="note${step}"><p class="gone">${escapeHtml(tombstoneOf(note))}</p></div>\n`;
  const facts = [...factsOf(note, head), ...note.tags.map((tag) => `#${tag}`)].map(escapeHtml).join(" · ");
  const name = `<a href="${escapeHtml(noteAddress(head.origin, note.id))}">${escapeHtml(nameOf(note))}</a>`;
  const body = note.body === "" ? `<p class="bare">${escapeHtml(words.highlighted)}</p>` : bodyOf(head, text, note);
  return `<div class="note${step}"><p class="by"><bdi>${name}</bdi> <span>${facts}</span></p>${body}</div>\n`;
}

/** The words of a note; a ¶ leads to its paragraph in the file. Formulas are MathML, which browsers draw themselves. */
function bodyOf({ origin }: FileHead, text: TakenText, { body }: Pick<TakenNote, "body">): string {
  const html = markupHtml(parseMarkup(body, { origin }), {
    maths: mathMl,
    noteHref: (note) => noteAddress(origin, note),
    paragraphHref: (number) => paragraphAddress(origin, text, number),
  });
  return `<div class="body" dir="auto">${html}</div>`;
}

function paragraphAddress(origin: string, { id, blocks, isWhole }: TakenText, number: number): string {
  const block = isWhole ? blocks.find((each) => each.number === number) : undefined;
  return block === undefined ? `${textAddress(origin, id)}/p/${number}` : `#b-${block.n}`;
}

/** Code points of a quotation in a list: it is there to find the place, not to be read. */
const QUOTE = 160;

function shortened(quote: string): string {
  const points = [...quote];
  return points.length <= QUOTE ? quote : `${points.slice(0, QUOTE - 10).join("")}…`;
}
