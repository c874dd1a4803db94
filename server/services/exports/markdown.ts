/** A text and its notes as Markdown: notes are footnotes (GitHub Flavored Markdown), defined at the end of each section. */
import { quotation } from "#app/domain/annotation/annotation.ts";
import type { Block } from "#app/domain/document/document.ts";
import { parseMarkup } from "#app/domain/markup/parse.ts";
import { takingWords } from "#app/words/taking.ts";
import { escaped, indented } from "./escaped-markdown.ts";
import { inlineMarkdown } from "./inline-markdown.ts";
import type { InlineSpan } from "./inline-spans.ts";
import { fenced, markupMarkdown } from "./markup-markdown.ts";
import type { Passage } from "./passages.ts";
import { dayOf, factsOf, factsOfText, nameOf, placeOf, tombstoneOf } from "./say.ts";
import type { FileHead, TakenNote, TakenText, TakenThread } from "./taken.ts";

const words = takingWords.file;

/** The title of a file of notes, with where they come from. */
export function markdownTitle(head: FileHead, title: string, group: string): string {
  return `# ${escaped(title)}\n\n${escaped(words.from(group, dayOf(head.now, head)))}\n\n`;
}

/** What is known of the text, below its title. */
export function markdownFacts(text: TakenText): string {
  const facts = factsOfText(text);
  return facts.length === 0 ? "" : `${facts.map(escaped).join(" · ")}\n\n`;
}

/** The words of one block, with the notes whose passages end in it, by where they end. */
export type MarkedBlock = { readonly passages: readonly Passage[]; readonly spans: readonly InlineSpan[] };

/** One block of the text with the numbers of its notes. */
export function markdownBlock(block: Block, text: string, { passages, spans }: MarkedBlock): string {
  if (block.kind === "code") {
    const code = fenced(text.slice(block.start, block.end), "`");
    return `${code}\n\n${passages.length === 0 ? "" : `${passages.map(reference).join("")}\n\n`}`;
  }
  const references = passages.map((passage) => ({
    at: Math.max(block.start, passage.end),
    markdown: reference(passage),
  }));
  // What is emphasised as a whole has no emphasis within.
  const isSlanted = block.kind === "standfirst" || block.kind === "caption";
  const shown = isSlanted ? spans.filter(({ kind }) => kind !== "emphasis") : spans;
  return `${dressed(block, inlineMarkdown(text, block, { spans: shown, references }))}\n\n`;
}

/** A thread as the definition of its footnote, note by note. */
export function* markdownThread(head: FileHead, text: TakenText, thread: TakenThread): Generator<string> {
  const place = escaped(placeOf(text, thread.start));
  const [root, ...replies] = thread.notes;
  if (root === undefined) return;
  const quotes = root.targets.map((target) => `> ${escaped(quotation(target)).replaceAll("\n", "\n> ")}`);
  const first = [`${byline(root, head)} · ${place}`, ...quotes, wordsOf(root, head)].filter((part) => part !== "");
  yield `[^${thread.n}]: ${indented(first.join("\n\n"), 4)}\n\n`;
  for (const reply of replies) yield `    ${indented(item(reply, head), 4)}\n\n`;
}

/** Who wrote a note and when, its kind and its tags. */
export function byline(note: TakenNote, head: FileHead): string {
  if (note.isTombstone) return `*${escaped(tombstoneOf(note))}*`;
  const tags = note.tags.map((tag) => `#${tag}`);
  return [`**${escaped(nameOf(note))}**`, ...[...factsOf(note, head), ...tags].map(escaped)].join(" · ");
}

/** The words of a note, which can begin nothing that reaches beyond it. */
export function wordsOf({ body }: Pick<TakenNote, "body">, { origin }: FileHead): string {
  return markupMarkdown(parseMarkup(body, { origin }), origin);
}

/** A reply as a list item, as deep as it answers; four steps are as deep as anybody can follow on paper. */
function item(note: TakenNote, head: FileHead): string {
  const depth = Math.min(note.depth, 4) - 1;
  const said = [byline(note, head), wordsOf(note, head)].filter((part) => part !== "").join("\n\n");
  return `${" ".repeat(2 * depth)}- ${indented(said, 2 * depth + 2)}`;
}

function reference({ n }: Pick<Passage, "n">): string {
  return `[^${n}]`;
}

function dressed({ kind, level }: Block, line: string): string {
  switch (kind) {
    case "title":
      return `# ${oneLine(line)}`;
    case "heading":
      return `${"#".repeat(level ?? 2)} ${oneLine(line)}`;
    case "quotation":
      return `> ${line.replaceAll("\n", "\n> ")}`;
    case "item":
    case "cell":
      return `- ${indented(line, 2)}`;
    case "standfirst":
    case "caption":
      return line.replaceAll(/[^\n]+/g, (each) => `*${each.trim()}*`);
    default:
      return line;
  }
}

/** A heading ends with its line. */
function oneLine(line: string): string {
  return line.replaceAll(/\\?\n/g, " ");
}
