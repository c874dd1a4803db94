/** Promise: every rule runs, whatever another one found. */
import { expect, it } from "vitest";
import { examine, historyHits, wordHits } from "./check.ts";
import type { History } from "./history-rules.ts";
import { sampleRule } from "./sample-rule.ts";
import { makeWordFinder } from "./words.ts";

const history: History = { own: [], group: [], times: [99, 98], approved: 0, unchallenged: [10] };
const rules = [
  sampleRule({ kind: "rate", notes: 2, within: 50 }, { action: "refuse" }),
  sampleRule({ kind: "length", least: 1_000, most: 2_000 }, { action: "nudge" }),
  sampleRule({ kind: "links", denied: ["evil.example"], allowed: [], others: false, onlyNew: true }),
  sampleRule({ kind: "first-posts", notes: 2, aged: 50 }, { action: "tag" }),
];
const around = { history, now: 100, isEdit: false, ownHost: "" };

it("gives a hit for each, in the order of the rules", () => {
  const examined = examine({ body: "https://evil.example", tags: [] });
  expect(historyHits(rules, examined, around).map(({ kind, action }) => [kind, action])).toEqual([
    ["rate", "refuse"],
    ["length", "nudge"],
    ["links", "hold"],
    ["first-posts", "tag"],
  ]);
});

it("passes over the rate of an edit, and over first posts once there were enough", () => {
  const examined = examine({ body: "https://evil.example", tags: [] });
  const settled = { ...around, isEdit: true, history: { ...history, approved: 1 } };
  expect(historyHits(rules, examined, settled).map(({ kind }) => kind)).toEqual(["length"]);
});

it("reads tags as well, and gives them no place in the body", () => {
  const find = makeWordFinder([sampleRule({ kind: "words", words: ["idiot", "fine"] })]);
  expect(wordHits(examine({ body: "fine", tags: ["Idiot"] }), find).map(({ places }) => places)).toEqual([
    [{ start: 0, end: 4 }],
  ]);
  expect(wordHits(examine({ body: "good", tags: ["an idiot"] }), find).map(({ places }) => places)).toEqual([[]]);
});
