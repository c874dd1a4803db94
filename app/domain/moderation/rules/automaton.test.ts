/** Promise: the automaton finds exactly what looking for each word apart finds. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { buildAutomaton } from "./automaton.ts";

it.each([
  ["words inside words", ["he", "she", "his", "hers"], "ushers", ["she@4", "he@4", "hers@6"]],
  ["the same word twice", ["ab", "ab"], "xab", ["ab@3", "ab@3"]],
  ["a word over its own beginning", ["aa"], "aaaa", ["aa@2", "aa@3", "aa@4"]],
  ["a suffix of what was left", ["abcd", "bc"], "abcx", ["bc@3"]],
  ["no words", [], "anything", []],
  ["an empty word", [""], "anything", []],
  ["pairs of surrogates", ["😀"], "a😀b", ["😀@3"]],
])("%s", (_, words, text, expected) => expect(found(words, text).toSorted()).toEqual([...expected].toSorted()));

it("finds what indexOf finds", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "ä"), minLength: 1, maxLength: 5 });
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "ä", " "), maxLength: 60 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), text, (words, body) => {
      expect(found(words, body).toSorted()).toEqual(words.flatMap((one) => apart(one, body)).toSorted());
    }),
    { numRuns: Number(process.env.RUNS ?? 200) },
  );
});

function found(words: readonly string[], text: string): string[] {
  const all: string[] = [];
  buildAutomaton(words).search(text, (word, end) => all.push(`${words[word]}@${end}`));
  return all;
}

function apart(word: string, text: string): string[] {
  const all: string[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) all.push(`${word}@${at + word.length}`);
  return all;
}
