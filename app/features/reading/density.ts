/** How many notes stand where along a text. */
import type { Thread } from "#app/live/thread-index.ts";

/** Notes (with replies) in each of `parts` equal parts of a text of so many code units. */
export function densityOf(threads: readonly Thread[], length: number, parts: number): number[] {
  const counts = new Array<number>(parts).fill(0);
  for (const { span, replies } of threads) {
    if (span === null) continue;
    const part = Math.min(parts - 1, Math.floor((span.start / Math.max(1, length)) * parts));
    counts[part] = (counts[part] ?? 0) + 1 + replies.length;
  }
  return counts;
}

export type Section = { readonly n: number; readonly level: number; readonly title: string; readonly start: number };

/** Notes in each section: from its heading to the next one. The first number is what stands before any heading. */
export function countBySection(threads: readonly Thread[], sections: readonly Section[]): number[] {
  const counts = new Array<number>(sections.length + 1).fill(0);
  for (const { span, replies } of threads) {
    const at = span === null ? 0 : sections.findLastIndex(({ start }) => start <= span.start) + 1;
    counts[at] = (counts[at] ?? 0) + 1 + replies.length;
  }
  return counts;
}
