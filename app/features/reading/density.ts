/** How many notes stand where along a text. */
import type { Thread } from "#app/live/thread-index.ts";

/** Notes (with replies) in each of `parts` equal parts of a text of so many code units. */
export function densityOf(threads: readonly Thread[], length: number, parts: number): number[] {
  const counts = new Array<number>(parts).fill(0);
  for (const { span, replies } of threads) {
    if (span === null) continue;
    const part = partAt(span.start, length, parts);
    counts[part] = (counts[part] ?? 0) + 1 + replies.length;
  }
  return counts;
}

/** Threads that count, in each of `parts` equal parts of the text. */
export function partsWith(
  threads: readonly Thread[],
  length: number,
  { parts, isCounted }: { readonly parts: number; readonly isCounted: (thread: Thread) => boolean },
): number[] {
  const counts = new Array<number>(parts).fill(0);
  for (const thread of threads) {
    if (thread.span === null || !isCounted(thread)) continue;
    const part = partAt(thread.span.start, length, parts);
    counts[part] = (counts[part] ?? 0) + 1;
  }
  return counts;
}

function partAt(start: number, length: number, parts: number): number {
  return Math.min(parts - 1, Math.floor((start / Math.max(1, length)) * parts));
}

export type Section = { readonly n: number; readonly level: number; readonly title: string; readonly start: number };

/** Threads that count in each section, by the same order as `countBySection`. */
export function threadsBySection(
  threads: readonly Thread[],
  sections: readonly Section[],
  isCounted: (thread: Thread) => boolean,
): number[] {
  const counts = new Array<number>(sections.length + 1).fill(0);
  for (const thread of threads.filter(isCounted)) {
    const at = sectionOf(thread, sections);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

function sectionOf({ span }: Thread, sections: readonly Section[]): number {
  return span === null ? 0 : sections.findLastIndex(({ start }) => start <= span.start) + 1;
}

/** Notes in each section: from its heading to the next one. The first number is what stands before any heading. */
export function countBySection(threads: readonly Thread[], sections: readonly Section[]): number[] {
  const counts = new Array<number>(sections.length + 1).fill(0);
  for (const thread of threads) {
    const at = sectionOf(thread, sections);
    counts[at] = (counts[at] ?? 0) + 1 + thread.replies.length;
  }
  return counts;
}
