/** Notes in one answer of a search. */
export const MOST_HITS = 50;

/** Asterisks at the edge of a word, where people put them for emphasis; those between letters or blanks are meant. */
const emphasis = /(?<![\p{L}\p{N}])\*+(?=\S)|(?<=\S)\*+(?![\p{L}\p{N}])/gu;

/** The words of a note without the marks of emphasis, also where an excerpt has cut off one of a pair. */
export function withoutEmphasis(words: string): string {
  return words.replace(emphasis, "");
}
