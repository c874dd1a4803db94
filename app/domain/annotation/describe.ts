/** From a place in a text to the words that find it again (W3C Web Annotation §4.2.4 and §4.2.5). */
import type { TextPositionSelector, TextQuoteSelector } from "./annotation.ts";
import { snap } from "./graphemes.ts";

/** UTF-16 code units of context on each side, as Hypothesis has it; enough to tell twins apart in all but refrains. */
export const CONTEXT = 32;

export type Span = { readonly start: number; readonly end: number };

/** The span without white space at its ends and with whole characters only, or null when nothing is left. */
export function tidySpan(text: string, span: Span): Span | null {
  let start = Math.max(0, Math.min(span.start, span.end));
  let end = Math.min(text.length, Math.max(span.start, span.end));
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return start === end ? null : { start: snap(text, start, "start"), end: snap(text, end, "end") };
}

/** Position and quotation of a span; `match` finds the same span from it. Contexts begin and end at whole characters. */
export function describe(text: string, { start, end }: Span): readonly [TextPositionSelector, TextQuoteSelector] {
  return [
    { type: "TextPositionSelector", start, end },
    {
      type: "TextQuoteSelector",
      exact: text.slice(start, end),
      prefix: wholeCodePoints(text.slice(Math.max(0, start - CONTEXT), start)),
      suffix: wholeCodePoints(text.slice(end, end + CONTEXT)),
    },
  ];
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}

/** A lone surrogate cannot be stored as UTF-8, so a context gives up the half character at its outer end. */
function wholeCodePoints(context: string): string {
  return context.replace(/^[\udc00-\udfff]/, "").replace(/[\ud800-\udbff]$/, "");
}
