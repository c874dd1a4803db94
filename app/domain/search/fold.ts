/** One written word: letters, digits and their marks, as the index cuts them. */
const word = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** Without case and marks, on one line: what is the same word to the index and to a name. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();
}

/** The words of a text in its order, as they are written. */
export function wordsIn(text: string): readonly string[] {
  return text.match(word) ?? [];
}

/** Where each word stands, UTF-16 code units. */
export function* placedWords(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (const { index, 0: found } of text.matchAll(word)) yield { start: index, end: index + found.length };
}

/** True when each word asked for begins a word of the name, in any order: "dahl" and "ing dahl" find "Ingrid Dahl". */
export function namesMatch(name: string, asked: string): boolean {
  const [has, wants] = [wordsIn(fold(name)), wordsIn(fold(asked))];
  return wants.length > 0 && wants.every((want) => has.some((one) => one.startsWith(want)));
}
