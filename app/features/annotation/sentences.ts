/** Sentences and words of the text, for selecting by keyboard. */
import type { Span } from "#app/domain/annotation/describe.ts";

export type Step = "sentence" | "word";

/** What ends a sentence depends on the language of the text, which is a BCP 47 tag; "" leaves it to the browser. */
export function segmenterOf(step: Step, language: string): Intl.Segmenter {
  return new Intl.Segmenter(language === "" ? undefined : language, { granularity: step });
}

/** Spans of the sentences or words of one block; white space belongs to none. */
export function unitsOf(text: string, block: Span, segmenter: Intl.Segmenter): Span[] {
  const units: Span[] = [];
  for (const { segment, index } of segmenter.segment(text.slice(block.start, block.end))) {
    const start = block.start + index + (segment.length - segment.trimStart().length);
    const end = block.start + index + segment.trimEnd().length;
    if (end > start && /[\p{L}\p{N}]/u.test(segment)) units.push({ start, end });
  }
  return units;
}

/** The unit before or after `from` over the borders of blocks, or null at the ends of the text. */
export function neighbour(
  {
    text,
    blocks,
    segmenter,
  }: { readonly text: string; readonly blocks: readonly Span[]; readonly segmenter: Intl.Segmenter },
  from: Span,
  by: 1 | -1,
): Span | null {
  const here = blocks.findLastIndex(
    ({ start }) => start <= (by === 1 ? Math.max(from.start, from.end - 1) : from.start),
  );
  for (let i = Math.max(0, here); i >= 0 && i < blocks.length; i += by) {
    const block = blocks[i];
    if (block === undefined) return null;
    const units = unitsOf(text, block, segmenter);
    const found =
      by === 1 ? units.find(({ start }) => start >= from.end) : units.findLast(({ end }) => end <= from.start);
    if (found !== undefined) return found;
  }
  return null;
}
