/** From a target to its place in a text: the inverse of `describe` on the text that was described. */
import type { TargetState, TextPositionSelector, TextQuoteSelector } from "./annotation.ts";
import type { Span } from "./describe.ts";

export type Match = { readonly span: Span | null; readonly state: Exclude<TargetState, "changed"> };

const lost: Match = { span: null, state: "lost" };

/**
 * Where the quoted words stand now. The position is believed when the words are still there; otherwise the occurrence whose
 * surroundings agree most, and only if it is better than the runner-up: a note is never put at the wrong twin.
 */
export function match(text: string, [position, quote]: readonly [TextPositionSelector, TextQuoteSelector]): Match {
  const { exact } = quote;
  if (exact === "") return lost;
  if (text.startsWith(exact, position.start) && position.end - position.start === exact.length) {
    return { span: { start: position.start, end: position.end }, state: "exact" };
  }
  let best: { start: number; agreement: number } | null = null;
  let tie = false;
  for (let start = text.indexOf(exact); start !== -1; start = text.indexOf(exact, start + 1)) {
    const agreement = agreementAt(text, start, quote);
    if (best === null || agreement > best.agreement) {
      best = { start, agreement };
      tie = false;
    } else if (agreement === best.agreement) tie = true;
  }
  if (best === null) return lost;
  return { span: { start: best.start, end: best.start + exact.length }, state: tie ? "uncertain" : "moved" };
}

/** UTF-16 code units of context that agree, counted outward from the quotation. */
function agreementAt(text: string, start: number, { exact, prefix, suffix }: TextQuoteSelector): number {
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before]) before += 1;
  const end = start + exact.length;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1;
  return before + after;
}
