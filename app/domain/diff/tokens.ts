/** The parts of a text that change as a whole, for comparing. */

/** One word, sign or run of white space, and where it stands (UTF-16 code units). */
export type Token = { readonly text: string; readonly start: number };

/** A sign is a token of its own, and so is each character of a script that does not put spaces between words. */
const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}])+|\n|[^\S\n]+|[^\p{L}\p{M}\p{N}\s]/gu;

/** The tokens of a text, which together are the text; `from` is added to their places. */
export function tokensOf(text: string, from = 0): readonly Token[] {
  return Array.from(text.matchAll(token), (found) => ({ text: found[0], start: from + found.index }));
}

/** Gives equal texts equal numbers. */
export function numbering(): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const number = known.get(text) ?? known.size;
    known.set(text, number);
    return number;
  };
}
