/** Where an edit began and ended, when the words leave a choice. */
import type { Run } from "#app/domain/diff/align.ts";
import type { Token } from "#app/domain/diff/tokens.ts";

/**
 * Slides what was only removed or only added to where a person would have cut. Of "Team A won. Team B won." without its
 * first sentence, the shortest script may as well keep the first "Team" and drop "A won. Team": a note on the second
 * sentence would lose a word for it.
 */
export function tidied(runs: readonly Run[], before: readonly Token[], after: readonly Token[]): readonly Run[] {
  const out = [...runs];
  for (let i = 1; i < out.length; i += 1) {
    const [first, second] = [out[i - 1], out[i]];
    if (first === undefined || second === undefined) continue;
    const isRemoval = first.b + first.length === second.b;
    const isAddition = first.a + first.length === second.a;
    if (isRemoval === isAddition) continue;
    const by = isRemoval
      ? bestSlide(before, { from: first.a + first.length, to: second.a }, [first.length, second.length])
      : bestSlide(after, { from: first.b + first.length, to: second.b }, [first.length, second.length]);
    out[i - 1] = { ...first, length: first.length + by };
    out[i] = { a: second.a + by, b: second.b + by, length: second.length - by };
  }
  return out.filter(({ length }) => length > 0);
}

type Cut = { readonly from: number; readonly to: number };

/** By how many tokens the cut moves: as far left as words repeat and a run is there, as far right likewise. */
function bestSlide(tokens: readonly Token[], { from, to }: Cut, [left, right]: readonly [number, number]): number {
  let best = { by: 0, worth: worthOf(tokens, { from, to }) };
  const consider = (by: number) => {
    const worth = worthOf(tokens, { from: from + by, to: to + by });
    if (worth > best.worth) best = { by, worth };
  };
  for (let by = -1; -by <= left && tokens[from + by]?.text === tokens[to + by]?.text; by -= 1) consider(by);
  for (let by = 1; by <= right && tokens[from + by - 1]?.text === tokens[to + by - 1]?.text; by += 1) consider(by);
  return best.by;
}

function worthOf(tokens: readonly Token[], { from, to }: Cut): number {
  return boundaryBefore(tokens, from) + boundaryBefore(tokens, to);
}

/** 3 at the beginning of a line, 2 of a sentence, 1 of a word. */
function boundaryBefore(tokens: readonly Token[], at: number): number {
  const here = tokens[at]?.text;
  const last = tokens[at - 1]?.text;
  if (here === undefined || last === undefined || last === "\n" || here === "\n") return 3;
  if (/^\s/u.test(here)) return 0;
  const isAfterSpace = /^\s/u.test(last);
  const end = isAfterSpace ? (tokens[at - 2]?.text ?? ".") : last;
  if (/^[.!?…。！？؟]$/u.test(end)) return 2;
  return isAfterSpace ? 1 : 0;
}
