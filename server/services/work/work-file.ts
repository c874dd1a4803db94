/** A member's work as one file, written while it is read. */
import { quotation } from "#app/domain/annotation/annotation.ts";
import type { ExportFormat } from "#app/domain/export/export-format.ts";
import { escapeHtml } from "#app/domain/markup/html.ts";
import { parseMarkup } from "#app/domain/markup/parse.ts";
import { plainText } from "#app/domain/markup/plain-text.ts";
import { takingWords } from "#app/words/taking.ts";
import { csvHead, csvThread } from "../exports/csv.ts";
import { escaped } from "../exports/escaped-markdown.ts";
import { htmlEnd, htmlHead, htmlNote, htmlNotesBegin, htmlNotesEnd, htmlPlace } from "../exports/html.ts";
import { jsonLdEnd, jsonLdHead, jsonLdNote } from "../exports/json-ld.ts";
import { byline, markdownTitle, wordsOf } from "../exports/markdown.ts";
import { nameOf, placeOf, tombstoneOf } from "../exports/say.ts";
import type { FileHead, TakenNote } from "../exports/taken.ts";
import type { NoteInContext } from "./in-context.ts";

const words = takingWords.file;

export type WorkFile = {
  readonly head: FileHead;
  readonly title: string;
  /** Where it was written: a group, or all of them. */
  readonly place: string;
  readonly notes: AsyncIterable<NoteInContext>;
};

/** The file in pieces. */
export function writeWork(format: ExportFormat, file: WorkFile): AsyncGenerator<string> {
  switch (format) {
    case "html":
      return html(file);
    case "markdown":
      return markdown(file);
    case "csv":
      return csv(file);
    case "jsonld":
      return jsonLd(file);
  }
}

async function* html({ head, title, place, notes }: WorkFile): AsyncGenerator<string> {
  yield htmlHead(head, title, place);
  yield `<article class="work"><header><h1>${escapeHtml(title)}</h1></header>\n`;
  let n = 0;
  let text = "";
  for await (const item of notes) {
    if (item.text.id !== text) {
      if (n > 0) yield htmlNotesEnd;
      text = item.text.id;
      yield `<h2 lang="${escapeHtml(item.text.language)}" dir="${item.text.dir}">${escapeHtml(item.text.title)}</h2>\n`;
      yield htmlNotesBegin();
    }
    n += 1;
    yield htmlItem(head, item, n);
  }
  yield n > 0 ? htmlNotesEnd : `<p>${escapeHtml(words.nothing)}</p>\n`;
  yield `</article>\n${htmlEnd}`;
}

function htmlItem(head: FileHead, { text, note, root, answered }: NoteInContext, n: number): string {
  const colour = root?.colour ?? "plain";
  const place = htmlPlace(text, { n, start: startOf(root), targets: root?.targets ?? [] });
  return `<li id="note-${n}" class="${colour}">${place}${htmlAnswered(head, answered)}${htmlNote(head, text, note)}</li>\n`;
}

function htmlAnswered(head: FileHead, answered: TakenNote | null): string {
  if (answered === null) return "";
  const said = answered.isTombstone ? tombstoneOf(answered) : plainText(parseMarkup(answered.body, head));
  const who = answered.isTombstone ? "" : `<p class="gone">${escapeHtml(words.answering(nameOf(answered)))}</p>`;
  return `<div class="answered" dir="auto">${who}<div class="body">${escapeHtml(said)}</div></div>\n`;
}

async function* markdown({ head, title, place, notes }: WorkFile): AsyncGenerator<string> {
  yield markdownTitle(head, title, place);
  let text = "";
  for await (const item of notes) {
    if (item.text.id !== text) yield `## ${escaped(item.text.title.replaceAll("\n", " "))}\n\n`;
    text = item.text.id;
    yield `${markdownItem(head, item)}\n\n---\n\n`;
  }
  if (text === "") yield `${escaped(words.nothing)}\n`;
}

function markdownItem(head: FileHead, { text, note, root, answered }: NoteInContext): string {
  const place = escaped(placeOf(text, startOf(root)));
  const quotes = (root?.targets ?? []).map((target) => quoted(escaped(quotation(target))));
  return [`${byline(note, head)} · ${place}`, ...quotes, ...markdownAnswered(head, answered), wordsOf(note, head)]
    .filter((part) => part !== "")
    .join("\n\n");
}

function markdownAnswered(head: FileHead, answered: TakenNote | null): readonly string[] {
  if (answered === null) return [];
  if (answered.isTombstone) return [quoted(escaped(tombstoneOf(answered)))];
  return [escaped(words.answering(nameOf(answered))), quoted(wordsOf(answered, head))];
}

function quoted(block: string): string {
  return `> ${block.replaceAll("\n", "\n> ")}`;
}

async function* csv({ head, notes }: WorkFile): AsyncGenerator<string> {
  yield csvHead();
  let n = 0;
  for await (const { text, note, root } of notes) {
    n += 1;
    // A reply stands on the passage of its thread; in a table of one's own notes nothing else would say which.
    const placed = note.parent === null ? note : { ...note, targets: root?.targets ?? [] };
    yield csvThread(head, text, { n, start: startOf(root), notes: [placed] });
  }
}

async function* jsonLd({ head, title, notes }: WorkFile): AsyncGenerator<string> {
  yield jsonLdHead(head, title);
  let total = 0;
  for await (const { text, note } of notes) {
    const { json, count } = jsonLdNote(head, text, note, total === 0);
    yield json;
    total += count;
  }
  yield jsonLdEnd(total);
}

function startOf(root: TakenNote | null): number | null {
  return root?.targets[0]?.selector[0].start ?? null;
}
