/** All word lists of a group as one automaton. */
import { automatonInSteps } from "./automaton.ts";
import { type Folded, fold, isEdge, placeOf } from "./fold.ts";
import { type Hit, hitOf, type Place, type Rule } from "./rule.ts";

/** Finds the words of all its rules in one pass; a hit for each rule of which one is there. */
export type WordFinder = (folded: Folded) => readonly Hit[];

type Entry = {
  readonly rule: Rule;
  readonly opensBefore: boolean;
  readonly opensAfter: boolean;
  readonly text: string;
};

/** Makes the finder at once; see `wordFinderInSteps`. */
export function makeWordFinder(rules: readonly Rule[]): WordFinder {
  const making = wordFinderInSteps(rules);
  for (;;) {
    const { done, value } = making.next();
    if (done) return value;
  }
}

/** Makes the finder with pauses, none of the steps above a few milliseconds. It is kept until a rule changes. */
export function* wordFinderInSteps(rules: readonly Rule[]): Generator<void, WordFinder> {
  const entries: Entry[] = [];
  for (const rule of rules) {
    for (const [index, word] of (rule.test.kind === "words" ? rule.test.words : []).entries()) {
      entries.push(...entriesOf(rule, word));
      if (index % 500 === 0) yield;
    }
  }
  const automaton = yield* automatonInSteps(entries.map(({ text }) => text));
  return (folded) => {
    const places = new Map<Rule, Place[]>();
    automaton.search(folded.text, (word, end) => {
      const entry = entries[word];
      if (entry === undefined) return;
      const start = end - entry.text.length;
      if (!entry.opensBefore && !isEdge(folded, start)) return;
      if (!entry.opensAfter && !isEdge(folded, end)) return;
      const found = places.get(entry.rule) ?? [];
      places.set(entry.rule, found);
      found.push(placeOf(folded, start, end));
    });
    return [...places].map(([rule, found]) => hitOf(rule, found));
  };
}

function entriesOf(rule: Rule, word: string): readonly Entry[] {
  const opensBefore = word.startsWith("*");
  const opensAfter = word.length > 1 && word.endsWith("*");
  const { text } = fold(word.slice(opensBefore ? 1 : 0, opensAfter ? -1 : undefined).trim());
  return spellings(text).map((spelling) => ({ rule, opensBefore, opensAfter, text: spelling }));
}

/** "1" is read as an i, and stands for an l as well: "fa11" is found as what it says with i for every l. */
function spellings(word: string): readonly string[] {
  const other = word.replaceAll("l", "i");
  return other === word || /^i*$/u.test(other) ? [word] : [word, other];
}
