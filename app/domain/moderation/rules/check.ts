/** All rules of a group over one note. Every rule runs, whatever another one found. */
import { type Folded, fold } from "./fold.ts";
import { type History, isNewHere, lengthHit, rateHit, repetitionHit } from "./history-rules.ts";
import { linksHit, linksIn } from "./links.ts";
import { type Print, printOf } from "./print.ts";
import type { FirstPosts, Hit, Rule } from "./rule.ts";
import { hitOf } from "./rule.ts";
import type { WordFinder } from "./words.ts";

/** What somebody sends. Tags of their own making are read by others as the body is. */
export type Writing = { readonly body: string; readonly tags: readonly string[] };

/** A note as rules look at it. */
export type Examined = Writing & { readonly folded: Folded; readonly print: Print };

/** Folds once for all rules. */
export function examine({ body, tags }: Writing): Examined {
  const folded = fold(body);
  return { body, tags, folded, print: printOf(folded) };
}

/** Hits that need nothing but the words. A word among the tags has no place in the body. */
export function wordHits(examined: Examined, find: WordFinder): readonly Hit[] {
  const inBody = find(examined.folded);
  const known = new Set(inBody.map(({ rule }) => rule));
  const inTags = examined.tags.length === 0 ? [] : find(fold(examined.tags.join("\n")));
  return [...inBody, ...inTags.filter(({ rule }) => !known.has(rule)).map((hit) => ({ ...hit, places: [] }))];
}

/** For whom is new when no rule says: the first three notes, a week each. */
const usually: FirstPosts = { kind: "first-posts", notes: 3, aged: 7 * 24 * 60 * 60 * 1000 };

/** Hits that need what was before; `now` in milliseconds. An edit is no new note, so the rate passes over it. */
export function historyHits(
  rules: readonly Rule[],
  examined: Examined,
  around: { readonly history: History; readonly now: number; readonly isEdit: boolean; readonly ownHost: string },
): readonly Hit[] {
  const { history, now, isEdit, ownHost } = around;
  const first = rules.flatMap(({ test }) => (test.kind === "first-posts" ? test : []))[0] ?? usually;
  const links = rules.some(({ test }) => test.kind === "links") ? linksIn(examined.body, ownHost) : [];
  const hitBy = (rule: Rule): Hit | null => {
    switch (rule.test.kind) {
      case "links":
        return linksHit(rule, links, isNewHere(first, history, now));
      case "repetition":
        return repetitionHit(rule, examined.print, history);
      case "rate":
        return isEdit ? null : rateHit(rule, history, now);
      case "length":
        return lengthHit(rule, examined.body);
      case "first-posts":
        return isNewHere(rule.test, history, now) ? hitOf(rule, []) : null;
      case "words":
      case "expressions":
        return null;
    }
  };
  return rules.flatMap((rule) => hitBy(rule) ?? []);
}
