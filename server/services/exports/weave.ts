/**
 * Marks in the stored HTML of a text, section by section and these in pieces, so that neither a book nor a long chapter is
 * ever worked on as a whole.
 */
import { escapeHtml } from "#app/domain/markup/html.ts";
import { decoded, type Tag, tagOf, tokensOf, voids } from "./article-tokens.ts";
import type { Passage } from "./passages.ts";

/**
 * A section with its marks, or a piece of one: notes on places before `end` (UTF-16 code units) belong at the foot of the
 * piece that has one; null where the section goes on.
 */
export type Section = { readonly content: string; readonly end: number | null };

/** UTF-16 code units after which a section goes on in a new piece: some milliseconds where every word is marked. */
export const PIECE = 8_192;

/** The article in sections, each from one heading at the top level to the next. */
export function* weave(html: string, passages: readonly Passage[]): Generator<Section> {
  const needle = new Needle(passages);
  let content = "";
  let depth = 0;
  let isEmpty = true;
  for (const [token] of tokensOf(html)) {
    const tag = tagOf(token);
    if (tag === null) {
      content += needle.text(token);
      continue;
    }
    const opens = tag.kind === "open";
    // What stands before the first heading is a section of its own, unless it is nothing but the title.
    if (opens && depth === 0 && /^h[2-6]$/.test(tag.name) && !isEmpty) {
      yield { content, end: tag.start ?? 0 };
      content = "";
    }
    if (opens && depth === 0 && tag.name !== "header") isEmpty = false;
    if (tag.kind === "close") depth -= 1;
    content += needle.tag(tag, depth) + token;
    if (opens && !voids.has(tag.name)) depth += 1;
    if (depth === 0 && content.length >= PIECE) {
      yield { content, end: null };
      content = "";
    }
  }
  yield { content, end: Number.POSITIVE_INFINITY };
}

/** Knows where in the plain text the HTML is, and which passages cover that place. */
class Needle {
  readonly #byStart: readonly Passage[];
  readonly #byEnd: readonly Passage[];
  #nextStart = 0;
  #nextEnd = 0;
  #open: readonly Passage[] = [];
  /** Offset of what comes next in the block, null between blocks. */
  #at: number | null = null;
  #blockDepth = 0;

  constructor(passages: readonly Passage[]) {
    this.#byStart = [...passages].sort((a, b) => a.start - b.start);
    this.#byEnd = [...passages].sort((a, b) => a.end - b.end || a.n - b.n);
  }

  /** What has to stand before the tag: references that are due when its block closes. `depth` is that of its element. */
  tag(tag: Tag, depth: number): string {
    if (this.#at === null) {
      if (tag.start !== null) [this.#at, this.#blockDepth] = [tag.start, depth];
      return "";
    }
    if (tag.name === "br") this.#at += 1;
    if (tag.kind === "open" || depth > this.#blockDepth) return "";
    const due = this.#due(this.#at);
    this.#at = null;
    return due;
  }

  /** Text of the HTML with what covers it marked; outside of blocks it is as it was. */
  text(token: string): string {
    if (this.#at === null) return token;
    const plain = decoded(token);
    const end = this.#at + plain.length;
    const from = this.#at;
    let out = this.#due(from);
    for (let at = from; at < end; ) {
      this.#cover(at);
      const to = Math.min(end, this.#boundary(at));
      out += marked(plain.slice(at - from, to - from), this.#open) + this.#due(to);
      at = to;
    }
    this.#at = end;
    return out;
  }

  /** Opens what begins at or before a place and closes what ends there. */
  #cover(at: number): void {
    const began: Passage[] = [];
    for (let next = this.#byStart[this.#nextStart]; next !== undefined && next.start <= at; ) {
      began.push(next);
      this.#nextStart += 1;
      next = this.#byStart[this.#nextStart];
    }
    if (began.length > 0 || this.#open.some(({ end }) => end <= at)) {
      this.#open = [...this.#open, ...began].filter(({ end }) => end > at);
    }
  }

  #boundary(at: number): number {
    const next = this.#byStart[this.#nextStart]?.start ?? Number.POSITIVE_INFINITY;
    return this.#open.reduce((nearest, { end }) => Math.min(nearest, end), Math.max(next, at + 1));
  }

  /** Numbers of the notes whose passages end at or before a place and that were not given yet. */
  #due(at: number): string {
    const due: number[] = [];
    for (let next = this.#byEnd[this.#nextEnd]; next !== undefined && next.end <= at; ) {
      due.push(next.n);
      this.#nextEnd += 1;
      next = this.#byEnd[this.#nextEnd];
    }
    return [...new Set(due)].map(reference).join("");
  }
}

function marked(plain: string, open: readonly Passage[]): string {
  const top = open.at(-1);
  if (plain === "" || top === undefined) return escapeHtml(plain);
  return `<mark class="${top.colour}${open.length > 1 ? " deep" : ""}">${escapeHtml(plain)}</mark>`;
}

function reference(n: number): string {
  return `<sup class="ref"><a href="#note-${n}">${n}</a></sup>`;
}
