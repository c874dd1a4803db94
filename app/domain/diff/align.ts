/** Which parts of two sequences are the same: E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986. */

/** `length` items from `a` on in the first sequence are those from `b` on in the second. */
export type Run = { readonly a: number; readonly b: number; readonly length: number };

/** Items as numbers; two are the same when their numbers are. */
type Items = ArrayLike<number>;

/** A part of both sequences, ends exclusive. */
type Box = { readonly a0: number; readonly a1: number; readonly b0: number; readonly b1: number };

/**
 * Differences up to which the shortest script is searched; it costs their square, here 10 ms. Beyond, the items that occur
 * once on both sides divide the work (B. Cohen's patience diff), and where there are none, nothing counts as the same.
 */
const MOST_DIFFERENCES = 1_000;

/** The runs in order on both sides; as many items as can be the same, but for what `MOST_DIFFERENCES` says. */
export function align(a: Items, b: Items): readonly Run[] {
  const runs: Run[] = [];
  alignBox(a, b, { a0: 0, a1: a.length, b0: 0, b1: b.length }, runs);
  return joined(runs);
}

function alignBox(a: Items, b: Items, box: Box, into: Run[]): void {
  let { a0, a1, b0, b1 } = box;
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) {
    a0 += 1;
    b0 += 1;
  }
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) {
    a1 -= 1;
    b1 -= 1;
  }
  add(into, box.a0, box.b0, a0 - box.a0);
  if (a0 < a1 && b0 < b1) alignMiddle(a, b, { a0, a1, b0, b1 }, into);
  add(into, a1, b1, box.a1 - a1);
}

function alignMiddle(a: Items, b: Items, box: Box, into: Run[]): void {
  const shortest = shortestScript(a, b, box);
  if (shortest !== null) {
    into.push(...shortest);
    return;
  }
  let { a0, b0 } = box;
  for (const anchor of patient(a, b, box)) {
    alignBox(a, b, { a0, a1: anchor.a, b0, b1: anchor.b }, into);
    add(into, anchor.a, anchor.b, 1);
    [a0, b0] = [anchor.a + 1, anchor.b + 1];
  }
  // Without an anchor this is the same box again, and there is no more to find out about it.
  if (a0 > box.a0) alignBox(a, b, { a0, a1: box.a1, b0, b1: box.b1 }, into);
}

/** Runs of the shortest script, null when it is longer than `MOST_DIFFERENCES`. */
function shortestScript(a: Items, b: Items, { a0, a1, b0, b1 }: Box): Run[] | null {
  const [n, m] = [a1 - a0, b1 - b0];
  const most = Math.min(n + m, MOST_DIFFERENCES);
  if (Math.abs(n - m) > most) return null;
  // Farthest x on each diagonal k = x - y; `trace` keeps them after each step, to walk back.
  const farthest = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d += 1) {
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && at(farthest, middle + k - 1) < at(farthest, middle + k + 1));
      let x = down ? at(farthest, middle + k + 1) : at(farthest, middle + k - 1) + 1;
      while (x < n && x - k < m && a[a0 + x] === b[b0 + x - k]) x += 1;
      farthest[middle + k] = x;
      if (x >= n && x - k >= m) return walkBack(trace, { d, n, m, a0, b0 });
    }
    trace.push(farthest.slice(middle - d, middle + d + 1));
  }
  return null;
}

type Walk = { readonly d: number; readonly n: number; readonly m: number; readonly a0: number; readonly b0: number };

/** `trace[d]` holds the diagonals -d to d. */
function walkBack(trace: readonly Int32Array[], { d: last, n, m, a0, b0 }: Walk): Run[] {
  const runs: Run[] = [];
  let [x, y] = [n, m];
  for (let d = last; d > 0; d -= 1) {
    const before = trace[d - 1] ?? new Int32Array();
    const reach = (k: number) => (Math.abs(k) > d - 1 ? -1 : at(before, k + d - 1));
    const k = x - y;
    const down = k === -d || (k !== d && reach(k - 1) < reach(k + 1));
    const fromK = down ? k + 1 : k - 1;
    const fromX = reach(fromK);
    const start = down ? fromX : fromX + 1;
    add(runs, a0 + start, b0 + start - k, x - start);
    [x, y] = [fromX, fromX - fromK];
  }
  add(runs, a0, b0, x);
  return runs.reverse();
}

function at(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0;
}

/** The longest chain of items that occur exactly once on each side, in order on both. */
function patient(a: Items, b: Items, { a0, a1, b0, b1 }: Box): readonly { readonly a: number; readonly b: number }[] {
  const once = new Map<number, { a: number; b: number; times: number }>();
  for (let i = a0; i < a1; i += 1) {
    const known = once.get(a[i] ?? 0);
    if (known === undefined) once.set(a[i] ?? 0, { a: i, b: -1, times: 1 });
    else known.times = 3;
  }
  for (let j = b0; j < b1; j += 1) {
    const known = once.get(b[j] ?? 0);
    if (known === undefined) continue;
    known.times += 1;
    known.b = j;
  }
  return longestRising([...once.values()].filter(({ times }) => times === 2));
}

type Anchor = { readonly a: number; readonly b: number };

/** Patience sorting: of anchors in order of `a`, the longest chain in order of `b`. */
function longestRising(anchors: readonly Anchor[]): readonly Anchor[] {
  const piles: { readonly anchor: Anchor; readonly before: number }[][] = [];
  for (const anchor of anchors) {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const half = (low + high) >>> 1;
      if ((piles[half]?.at(-1)?.anchor.b ?? 0) < anchor.b) low = half + 1;
      else high = half;
    }
    const before = (piles[low - 1]?.length ?? 0) - 1;
    const pile = piles[low] ?? [];
    pile.push({ anchor, before });
    piles[low] = pile;
  }
  const chain: Anchor[] = [];
  for (let pile = piles.length - 1, top = (piles.at(-1)?.length ?? 0) - 1; pile >= 0; pile -= 1) {
    const card = piles[pile]?.[top];
    if (card === undefined) break;
    chain.push(card.anchor);
    top = card.before;
  }
  return chain.reverse();
}

function add(into: Run[], a: number, b: number, length: number): void {
  if (length > 0) into.push({ a, b, length });
}

/** Runs that touch on both sides are one. */
function joined(runs: readonly Run[]): readonly Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    const touches = last !== undefined && last.a + last.length === run.a && last.b + last.length === run.b;
    if (touches) out[out.length - 1] = { ...last, length: last.length + run.length };
    else out.push(run);
  }
  return out;
}
