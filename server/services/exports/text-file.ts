/** A text with its notes as one file, written while it is read. */
import type { ExportFormat } from "#app/domain/export/export-format.ts";
import { takingWords } from "#app/words/taking.ts";
import { csvHead, csvThread } from "./csv.ts";
import {
  htmlArticleBegin,
  htmlArticleEnd,
  htmlEnd,
  htmlHead,
  htmlNotesBegin,
  htmlNotesEnd,
  htmlThread,
} from "./html.ts";
import { inlineSpans } from "./inline-spans.ts";
import { jsonLdEnd, jsonLdHead, jsonLdNote } from "./json-ld.ts";
import { markdownBlock, markdownFacts, markdownThread, markdownTitle } from "./markdown.ts";
import { inTurn, type Passage, passagesOf } from "./passages.ts";
import type { FileHead, TakenArticle, TakenText, TakenThread } from "./taken.ts";
import { PIECE, type Section, weave } from "./weave.ts";

export type TextFile = {
  readonly head: FileHead;
  readonly text: TakenText;
  /** Read only by the formats that hold the text itself. */
  readonly article: () => Promise<TakenArticle>;
  /** Begins anew at each call: what marks the text has to be known before the notes below it are written. */
  readonly threads: () => AsyncIterable<TakenThread>;
};

/** The file in pieces. */
export function writeText(format: ExportFormat, file: TextFile): AsyncGenerator<string> {
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

async function* html({ head, text, article, threads }: TextFile): AsyncGenerator<string> {
  yield htmlHead(head, text.title, text.group);
  const passages = await passagesIn(threads());
  const words = await article();
  yield htmlArticleBegin(text, words.html);
  yield* withNotes(weave(words.html, passages), threads(), {
    begin: htmlNotesBegin,
    thread: (thread) => htmlThread(head, text, thread),
    end: () => htmlNotesEnd,
  });
  yield htmlArticleEnd;
  yield htmlEnd;
}

async function* markdown({ head, text, article, threads }: TextFile): AsyncGenerator<string> {
  yield markdownTitle(head, text.title, text.group);
  yield markdownFacts(text);
  const passages = await passagesIn(threads());
  yield* withNotes(markdownSections(text, await article(), passages), threads(), {
    begin: () => "",
    thread: (thread) => markdownThread(head, text, thread),
    end: () => "",
  });
}

function* markdownSections(text: TakenText, article: TakenArticle, passages: readonly Passage[]): Generator<Section> {
  const passagesTo = inTurn(
    [...passages].sort((a, b) => a.end - b.end || a.n - b.n),
    ({ end }) => end,
  );
  const spansTo = inTurn(inlineSpans(article.html), ({ start }) => start);
  let content = "";
  let hasBegun = false;
  for (const block of text.blocks) {
    const marked = { passages: passagesTo(block.end), spans: spansTo(block.end) };
    // The title of the file says it already.
    if (block.kind === "title") continue;
    if (block.kind === "heading" && hasBegun) {
      yield { content, end: block.start };
      content = "";
    }
    hasBegun = true;
    content += markdownBlock(block, article.text, marked);
    if (content.length < PIECE) continue;
    yield { content, end: null };
    content = "";
  }
  yield { content, end: Number.POSITIVE_INFINITY };
}

async function* csv({ head, text, threads }: TextFile): AsyncGenerator<string> {
  yield csvHead();
  for await (const thread of threads()) yield csvThread(head, text, thread);
}

async function* jsonLd({ head, text, threads }: TextFile): AsyncGenerator<string> {
  yield jsonLdHead(head, takingWords.file.notesOn(text.title));
  let total = 0;
  for await (const { notes } of threads()) {
    for (const note of notes) {
      const { json, count } = jsonLdNote(head, text, note, total === 0);
      yield json;
      total += count;
    }
  }
  yield jsonLdEnd(total);
}

type Foot = {
  readonly begin: () => string;
  /** In pieces: a thread may have a thousand replies. */
  readonly thread: (thread: TakenThread) => Iterable<string>;
  readonly end: () => string;
};

/** Each section, then the threads whose place is in it. Both come in text order. */
async function* withNotes(
  sections: Iterable<Section>,
  threads: AsyncIterable<TakenThread>,
  foot: Foot,
): AsyncGenerator<string> {
  const coming = threads[Symbol.asyncIterator]();
  let next = await coming.next();
  for (const { content, end } of sections) {
    yield content;
    if (end === null) continue;
    let hasBegun = false;
    while (!next.done && (next.value.start ?? 0) < end) {
      if (!hasBegun) yield foot.begin();
      hasBegun = true;
      yield* foot.thread(next.value);
      next = await coming.next();
    }
    if (hasBegun) yield foot.end();
  }
}

async function passagesIn(threads: AsyncIterable<TakenThread>): Promise<readonly Passage[]> {
  const passages: Passage[] = [];
  for await (const thread of threads) passages.push(...passagesOf(thread));
  return passages;
}
