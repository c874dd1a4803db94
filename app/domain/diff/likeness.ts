/** How alike two pieces of text are, sign by sign. */

/** UTF-16 code units beyond which the ends stand for the whole: the table has their product in cells. */
const MOST = 1_000;

/**
 * 1 for the same text, 0 for nothing in common: one less the distance over the longer length. Two neighbours that changed
 * places count once (optimal string alignment), since that is the commonest slip of a hand.
 */
export function likeness(first: string, second: string): number {
  const longer = Math.max(first.length, second.length);
  if (longer === 0) return 1;
  if (longer > MOST) return (likeness(first.slice(0, MOST), second.slice(0, MOST)) + likenessOfEnds(first, second)) / 2;
  return 1 - distance(first, second) / longer;
}

function likenessOfEnds(first: string, second: string): number {
  return likeness(first.slice(-MOST), second.slice(-MOST));
}

function distance(a: string, b: string): number {
  const width = b.length + 1;
  let [older, old, row] = [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)];
  for (let j = 0; j < width; j += 1) old[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    row[0] = i;
    for (let j = 1; j < width; j += 1) {
      const swap = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + swap);
      const areSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (areSwapped) best = Math.min(best, (older[j - 2] ?? 0) + 1);
      row[j] = best;
    }
    [older, old, row] = [old, row, older];
  }
  return old[b.length] ?? 0;
}
