/** A pattern laid along the stretch of a text where it may stand, with errors. */
import search from "approx-string-match";

/** Where the pattern lies: `errors` edits from `start` to `end` (code units of the text that was searched). */
export type Lying = { readonly start: number; readonly end: number; readonly errors: number };

/** Share of the pattern's code units that may be wrong. */
const MOST_ERRORS = 0.5;
/** The longest pattern that is compared in one piece. */
export const LONGEST = 800;

/** The best place of the pattern around `from`; null when too much of it is wrong. G. Myers, J. ACM 46 (1999). */
export function liesAt(text: string, pattern: string, from: number): Lying | null {
  const slack = Math.max(16, Math.round(pattern.length * 0.5));
  const begin = Math.max(0, from - slack);
  const stretch = text.slice(begin, from + pattern.length + 2 * slack);
  const found = search(stretch, pattern, Math.floor(pattern.length * MOST_ERRORS));
  const [first, ...rest] = found;
  if (first === undefined) return null;
  // Twins are places of their own: of several that are as good, the one that was meant.
  const away = ({ start }: { readonly start: number }) => Math.abs(begin + start - from);
  const best = rest.reduce((nearest, one) => (away(one) < away(nearest) ? one : nearest), first);
  return { start: begin + best.start, end: begin + best.end, errors: best.errors };
}

/**
 * Where two cuts of the pattern are in the words that it lies on: by the cheapest alignment of both, of which the one that
 * keeps the words between the cuts together counts.
 */
export function cutOut(
  words: string,
  pattern: string,
  [from, to]: readonly [number, number],
): readonly [number, number] {
  const [n, m] = [pattern.length, words.length];
  const width = m + 1;
  const cost = new Uint16Array((n + 1) * width);
  const at = (i: number, j: number) => cost[i * width + j] ?? 0;
  for (let j = 1; j <= m; j += 1) cost[j] = j;
  for (let i = 1; i <= n; i += 1) {
    cost[i * width] = i;
    for (let j = 1; j <= m; j += 1) {
      const swap = pattern[i - 1] === words[j - 1] ? 0 : 1;
      cost[i * width + j] = Math.min(at(i - 1, j - 1) + swap, at(i - 1, j) + 1, at(i, j - 1) + 1);
    }
  }
  let [i, j] = [n, m];
  let [start, end] = [0, m];
  while (i > 0 || j > 0) {
    if (i === to) end = j;
    if (i === from) start = j;
    const here = at(i, j);
    if (i > 0 && j > 0 && here === at(i - 1, j - 1) + (pattern[i - 1] === words[j - 1] ? 0 : 1)) {
      i -= 1;
      j -= 1;
    } else if (i > 0 && here === at(i - 1, j) + 1) i -= 1;
    else j -= 1;
  }
  if (from === 0) start = 0;
  return [Math.min(start, end), Math.max(start, end)];
}
