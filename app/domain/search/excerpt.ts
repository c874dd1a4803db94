import { fold, placedWords, wordsIn } from "./fold.ts";
import type { Query } from "./query.ts";

/** A stretch of text, and whether it is one of the words found. */
export type ExcerptPart = { readonly text: string; readonly isHit: boolean };

/** UTF-16 code units of an excerpt: three lines beside the text. */
const LENGTH = 260;
/** Code units shown before the first word found. */
const LEAD = 60;

/**
 * The stretch of a text in which most of the words asked for stand, cut between words, with these marked. Without any, its
 * beginning. Words of a phrase are marked wherever they stand.
 */
export function excerptOf(text: string, query: Query, length = LENGTH): readonly ExcerptPart[] {
  const isHit = hitTest(query);
  const hits = [...placedWords(text)].filter(({ start, end }) => isHit(text.slice(start, end)));
  const { from, to } = windowOf(text, hits, length);
  const parts: ExcerptPart[] = [];
  let at = from;
  const push = (end: number, hit: boolean) => {
    if (end > at) parts.push({ text: text.slice(at, end), isHit: hit });
    at = Math.max(at, end);
  };
  for (const { start, end } of hits) {
    if (start < from || end > to) continue;
    push(start, false);
    push(end, true);
  }
  push(to, false);
  return [
    ...(from > 0 ? [{ text: "… ", isHit: false }] : []),
    ...parts,
    ...(to < text.length ? [{ text: " …", isHit: false }] : []),
  ];
}

/** Whether a word is one that the query looks for; the last word of the line counts from its beginning. */
function hitTest(query: Query): (word: string) => boolean {
  const whole = new Set<string>();
  const beginnings: string[] = [];
  query.forEach((term, index) => {
    if (term.negated || (term.kind !== "word" && term.kind !== "phrase")) return;
    const words = wordsIn(fold(term.text));
    for (const word of words) whole.add(word);
    const last = words.at(-1);
    if (term.kind === "word" && index === query.length - 1 && last !== undefined) beginnings.push(last);
  });
  return (word) => {
    const folded = fold(word);
    return whole.has(folded) || beginnings.some((beginning) => folded.startsWith(beginning));
  };
}

function windowOf(
  text: string,
  hits: readonly { readonly start: number; readonly end: number }[],
  length: number,
): { readonly from: number; readonly to: number } {
  if (text.length <= length) return { from: 0, to: text.length };
  let [best, most] = [0, 0];
  hits.forEach(({ start }, first) => {
    let count = 0;
    while ((hits[first + count]?.end ?? Number.POSITIVE_INFINITY) <= start - LEAD + length) count += 1;
    if (count > most) [best, most] = [Math.max(0, start - LEAD), count];
  });
  const from = best === 0 ? 0 : afterSpace(text, best);
  const end = Math.min(text.length, best + length);
  const space = text.lastIndexOf(" ", end);
  return { from, to: end === text.length || space <= from + length / 2 ? wholeCharacter(text, end) : space };
}

function afterSpace(text: string, at: number): number {
  const space = text.indexOf(" ", at);
  return space < 0 || space > at + LEAD / 2 ? wholeCharacter(text, at) : space + 1;
}

/** The place itself, or the one before when it is inside a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}
