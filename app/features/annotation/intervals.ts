/** Which notes cover an offset or a stretch of the text, in logarithmic time plus what is found. */

export type Interval = { readonly id: string; readonly start: number; readonly end: number };

/** Intervals sorted by start, with the furthest end so far beside each, which tells where a search may stop. */
export type IntervalIndex<I extends Interval> = {
  readonly items: readonly I[];
  readonly reach: readonly number[];
};

/** `items` must be sorted by start. */
export function indexIntervals<I extends Interval>(items: readonly I[]): IntervalIndex<I> {
  const reach: number[] = [];
  let furthest = -1;
  for (const { end } of items) {
    furthest = Math.max(furthest, end);
    reach.push(furthest);
  }
  return { items, reach };
}

/** Those that share at least one code unit with start…end, in text order. */
export function overlapping<I extends Interval>({ items, reach }: IntervalIndex<I>, start: number, end: number): I[] {
  const found: I[] = [];
  for (let i = firstFrom(items, end) - 1; i >= 0 && (reach[i] ?? 0) > start; i -= 1) {
    const item = items[i];
    if (item !== undefined && item.end > start) found.push(item);
  }
  return found.reverse();
}

/** Those over one code unit, the innermost first: that is the one a reader points at. */
export function covering<I extends Interval>(index: IntervalIndex<I>, offset: number): I[] {
  return overlapping(index, offset, offset + 1).sort(
    (a, b) => a.end - a.start - (b.end - b.start) || b.start - a.start,
  );
}

function firstFrom(items: readonly Interval[], start: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
