/**
 * Words with their marks as Markdown (CommonMark 0.31 §6.2, GitHub's strikethrough), with references between them. Marks are
 * nested in one order whatever the page nested them in, so that what overlaps here can be closed and opened again.
 */
import { escaped, escapedOn, longestRun } from "./escaped-markdown.ts";
import type { InlineMark, InlineSpan } from "./inline-spans.ts";

/** What stands at a place between words, such as the number of a note: UTF-16 code units, and the Markdown itself. */
export type Reference = { readonly at: number; readonly markdown: string };

/** Outermost first. Code is innermost, since nothing is marked inside it. */
const order = ["link", "strong", "emphasis", "strike", "code"] as const;
/** Emphasis differs from strong words in its sign, so that no run of asterisks can be read in two ways. */
const signs = { strong: "**", emphasis: "_", strike: "~~" } as const;

/** A run of words with the same marks, outermost first. */
type Run = { readonly words: string; readonly marks: readonly InlineMark[] };

export type Range = { readonly start: number; readonly end: number };

/** What a block has besides its words: all of it within the block, references by place. */
export type Dressing = { readonly spans: readonly InlineSpan[]; readonly references: readonly Reference[] };

/** The words of a block of the text. */
export function inlineMarkdown(text: string, block: Range, dressing: Dressing): string {
  const pieces = piecesOf(text, block, dressing);
  const out = new Writing();
  for (const [i, piece] of pieces.entries()) {
    // Blanks at the edge of a mark would keep its signs from being signs (§6.2: flanking); they stand outside.
    if (typeof piece === "string" || !isBlank(piece)) out.put(piece);
    else out.put({ ...piece, marks: common(piece.marks, common(beside(pieces, i, -1), beside(pieces, i, 1))) });
  }
  return out.end();
}

type Piece = Run | string;

/** Runs, and between them references as they are. */
function piecesOf(text: string, { start, end }: Range, { spans, references }: Dressing): readonly Piece[] {
  const edges = new Set([start, end]);
  for (const span of spans) edges.add(span.start).add(span.end);
  for (const { at } of references) edges.add(at);
  const places = [...edges].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let given = 0;
  for (const [i, from] of places.entries()) {
    for (let next = references[given]; next !== undefined && next.at <= from; next = references[given]) {
      pieces.push(next.markdown);
      given += 1;
    }
    const to = places[i + 1] ?? end;
    const marks = marksOver(spans, from, to);
    pieces.push(...split(text.slice(from, to)).map((words) => ({ words, marks: words === "\n" ? [] : marks })));
  }
  return pieces;
}

function isBlank({ words }: Run): boolean {
  return words !== "\n" && words.trim() === "";
}

/** The marks up to the nearest words on one side, theirs included; what is no word has none. */
function beside(pieces: readonly Piece[], i: number, step: 1 | -1): readonly InlineMark[] {
  const piece = pieces[i + step];
  if (piece === undefined || typeof piece === "string") return [];
  return isBlank(piece) ? common(piece.marks, beside(pieces, i + step, step)) : piece.marks;
}

function marksOver(spans: readonly InlineSpan[], from: number, to: number): readonly InlineMark[] {
  const over = spans.filter((span) => span.start <= from && span.end >= to);
  return order.flatMap((kind) => over.find((span) => span.kind === kind) ?? []);
}

/** Line breaks, the blanks around words, and the words. */
function split(words: string): readonly string[] {
  return words.match(/\n|[^\S\n]+|\S(?:[^\n]*\S)?/gu) ?? [];
}

function common(some: readonly InlineMark[], others: readonly InlineMark[]): readonly InlineMark[] {
  const ends = some.findIndex((mark, i) => !isSame(mark, others[i]));
  return ends === -1 ? some : some.slice(0, ends);
}

function isSame(mark: InlineMark, other: InlineMark | undefined): boolean {
  return mark.kind === other?.kind && mark.href === other.href;
}

/** Markdown as it grows, with the marks that are open. */
class Writing {
  #out = "";
  #open: readonly InlineMark[] = [];
  #code: string | null = null;
  /** True where a letter right after what was closed would keep its signs from being signs. */
  #isTight = false;

  put(piece: Piece): void {
    if (typeof piece === "string") {
      this.#close(0);
      this.#isTight = false;
      this.#out += piece;
      return;
    }
    const { words, marks } = piece;
    const kept = common(this.#open, marks).length;
    this.#close(kept);
    this.#begin(marks.slice(kept), words);
    this.#say(words);
  }

  /** All of it; a line break is one on the page as well. */
  end(): string {
    this.#close(0);
    return this.#out.replaceAll(/(?<=[^\n])\n(?=[^\n])/g, "\\\n");
  }

  #begin(marks: readonly InlineMark[], words: string): void {
    if (marks.length === 0) return;
    this.#isTight = false;
    // A letter before a sign: emphasis never begins within a word, the others not before punctuation.
    const [outer] = marks;
    const isSign = outer?.kind === "emphasis" || outer?.kind === "strong" || outer?.kind === "strike";
    if (isSign && (marks.length > 1 || outer.kind === "emphasis" || !isWord(words))) {
      this.#out = this.#out.replace(letterAtEnd, characterReference);
    }
    for (const mark of marks) {
      // An exclamation mark before a bracket would make a picture of the link.
      if (mark.kind === "link") this.#out = `${this.#out.replace(/!$/u, "\\!")}[`;
      else if (mark.kind === "code") this.#code = "";
      else this.#out += signs[mark.kind];
    }
    this.#open = [...this.#open, ...marks];
  }

  #say(words: string): void {
    if (this.#code !== null) {
      this.#code += words;
      return;
    }
    const beginsLine = this.#out === "" || this.#out.endsWith("\n");
    const [first = ""] = words;
    const isHeld = this.#isTight && letterAtEnd.test(first);
    const rest = isHeld ? words.slice(first.length) : words;
    this.#isTight = false;
    this.#out += (isHeld ? characterReference(first) : "") + (beginsLine && !isHeld ? escaped(rest) : escapedOn(rest));
  }

  #close(kept: number): void {
    for (const mark of this.#open.slice(kept).reverse()) {
      if (mark.kind === "link") this.#out += `](<${mark.href.replaceAll(/[<>\\\s]/g, encodeURIComponent)}>)`;
      else if (mark.kind === "code") this.#out += codeOf(this.#code ?? "");
      else {
        this.#isTight = mark.kind === "emphasis" || !/[^\s\p{P}\p{S}]$/u.test(this.#out);
        this.#out += signs[mark.kind];
      }
      if (mark.kind === "code") this.#code = null;
    }
    if (this.#open[kept]?.kind === "link" || this.#open[kept]?.kind === "code") this.#isTight = false;
    this.#open = this.#open.slice(0, kept);
  }
}

function codeOf(words: string): string {
  const fence = "`".repeat(longestRun(words, "`") + 1);
  return `${fence} ${words} ${fence}`;
}

/**
 * What parsers may take for a letter: they divide characters above U+FFFF in two ways, by character and by code unit, and a
 * reference in the place of one is right for both.
 */
const letterAtEnd = /(?:[^\s\p{P}\p{S}]|[\u{10000}-\u{10ffff}])$/u;

/** Whether it surely begins with a letter (§6.2): a single one may become a reference for the sake of what follows. */
function isWord(words: string): boolean {
  return /^[^\s\p{P}\p{S}]./u.test(words);
}

function characterReference(character: string): string {
  return `&#x${(character.codePointAt(0) ?? 0).toString(16)};`;
}
