/** A large first letter beside the first lines of a chapter belongs to the word that it begins. */
import type { Run } from "#server/import/pdf-lines.ts";

/** Of the size of the text. */
const LARGE = 1.8;
/** A letter's height above its base, and the widest space beside it, in font sizes. */
const HEIGHT = 0.72;
const BESIDE = 1.5;

/** The runs of a page with such letters in their words, whose lines then begin where the letter does. */
export function withDropCaps(runs: readonly Run[], bodySize: number): readonly Run[] {
  const caps = runs.filter(({ text, size }) => size > LARGE * bodySize && /^["“„«]?\p{Lu}$/u.test(text.trim()));
  return caps.reduce(joinCap, runs);
}

function joinCap(runs: readonly Run[], cap: Run): readonly Run[] {
  const top = cap.base - HEIGHT * cap.size;
  const beside = runs.filter((run) => {
    const gap = run.left - cap.right;
    const isAtHeight = run.base > top && run.base - HEIGHT * run.size < cap.base - 0.1 * cap.size;
    return run !== cap && run.size < cap.size && gap > -0.2 * cap.size && gap < BESIDE * run.size && isAtHeight;
  });
  // One line beside a large letter is a numbered heading.
  const [first, second] = [...beside].sort((a, b) => a.base - b.base);
  if (first === undefined || second === undefined) return runs;
  return runs.flatMap((run) => {
    if (run === cap) return [];
    if (run === first) return [{ ...run, left: cap.left, text: cap.text.trim() + run.text.trimStart() }];
    return beside.includes(run) ? [{ ...run, left: cap.left }] : [run];
  });
}
