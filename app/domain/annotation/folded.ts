/** A text without what typists, converters and fonts change by themselves, and the way back to its own offsets. */

/** `text` is what is compared; `at[i]` is where its code unit i comes from in the original, with the original's end last. */
export type Folded = { readonly text: string; readonly at: Int32Array };

const SPACE = 0x20;
const quotes = /[‘’‚‛ʼ′]/u;
const doubleQuotes = /[“”„‟«»″]/u;
const dashes = /[‐-―−]/u;
/** Soft hyphens, joiners and marks of direction, which nobody sees. */
const unseen = /^[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]$/u;

/**
 * Compatibility forms, accents and vowel signs are taken off (NFKD without marks), quotation marks and dashes are of one
 * kind, letters are small, and white space of any length is one blank.
 */
export function folded(original: string): Folded {
  const parts: string[] = [];
  const at: number[] = [];
  let wasSpace = false;
  let plainFrom = -1;
  const flush = (to: number) => {
    if (plainFrom === -1) return;
    parts.push(original.slice(plainFrom, to).toLowerCase());
    for (let i = plainFrom; i < to; i += 1) at.push(i);
    plainFrom = -1;
  };
  for (let i = 0; i < original.length; ) {
    const unit = original.charCodeAt(i);
    // Nearly everything in most texts: printable ASCII, taken over in one piece.
    if (unit > SPACE && unit < 0x7f) {
      if (plainFrom === -1) plainFrom = i;
      wasSpace = false;
      i += 1;
      continue;
    }
    flush(i);
    const sign = String.fromCodePoint(original.codePointAt(i) ?? 0);
    const plain = foldedSign(sign);
    if (plain !== " " || !wasSpace) {
      parts.push(plain);
      for (let k = 0; k < plain.length; k += 1) at.push(i);
      if (plain !== "") wasSpace = plain === " ";
    }
    i += sign.length;
  }
  flush(original.length);
  at.push(original.length);
  return { text: parts.join(""), at: Int32Array.from(at) };
}

function foldedSign(sign: string): string {
  if (/\s/u.test(sign)) return " ";
  if (unseen.test(sign)) return "";
  if (quotes.test(sign)) return "'";
  if (doubleQuotes.test(sign)) return '"';
  if (dashes.test(sign)) return "-";
  return sign.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The span of the original that a span of the folded text comes from. */
export function unfolded({ at }: Folded, start: number, end: number): { readonly start: number; readonly end: number } {
  const from = at[start] ?? 0;
  let to = at[end] ?? from;
  // What was taken off at the end belongs to the letter before it, blanks that became one do not.
  if (end > start) to = Math.max(to, (at[end - 1] ?? from) + 1);
  return { start: from, end: Math.max(from, to) };
}
