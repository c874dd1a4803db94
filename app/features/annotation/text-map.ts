/** Offsets of a revision's text and the text nodes that show it, as arrays; knows nothing of the DOM but identity. */

/** One run of text: `node` shows the text from `start` on. Runs are in order and do not overlap. */
export type Run<N> = { readonly node: N; readonly start: number; readonly length: number };

export type Place<N> = { readonly node: N; readonly offset: number };

/** `start` keeps to the beginning of what follows, `end` to the end of what goes before, so that ranges hug their words. */
export type Hug = "start" | "end";

/** The node and offset of a place in the text, or null for a text without any. */
export function placeOf<N>(runs: readonly Run<N>[], offset: number, hug: Hug): Place<N> | null {
  const at = lastIndexWhere(runs, (run) => (hug === "start" ? run.start <= offset : run.start < offset));
  const run = runs[Math.max(0, at)];
  if (run === undefined) return null;
  const next = runs[at + 1];
  const isPast = offset - run.start >= run.length;
  if (hug === "start" && at >= 0 && isPast && next !== undefined) return { node: next.node, offset: 0 };
  return { node: run.node, offset: Math.max(0, Math.min(run.length, offset - run.start)) };
}

/** Index of the last item for which `holds`, -1 for none; `holds` must be true up to some point and false after it. */
export function lastIndexWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
