/** Promise: what was written before is known again, and counted as each rule says. */
import { describe, expect, it } from "vitest";
import { examine } from "./check.ts";
import { type History, lengthHit, rateHit, repetitionHit } from "./history-rules.ts";
import { likeness, type Print } from "./print.ts";
import { sampleRule } from "./sample-rule.ts";

const print = (body: string): Print => examine({ body, tags: [] }).print;
const none: History = { own: [], group: [], times: [], approved: 0, unchallenged: [] };
const long =
  "The wall at the end of the garden was built long before anybody who lives here now was born and it will stand when we are gone";

describe("likeness", () => {
  it.each([
    ["the same in other clothes", long, `  ${long.toUpperCase()}!!! `, 1, 1],
    ["one word changed", long, long.replace("garden", "orchard"), 0.65, 0.99],
    ["a sentence added", long, `${long} and so will we`, 0.65, 0.99],
    ["half of it", long, long.slice(0, long.length / 2), 0.2, 0.7],
    [
      "other words",
      long,
      "Why does he never say what the messenger brought, though everybody else in the room must know it",
      0,
      0.1,
    ],
    ["short and the same", "I agree", "i AGREE.", 1, 1],
    ["short and nearly the same", "I agree", "I disagree", 0, 0],
  ])("%s", (_, one, other, least, most) => {
    const alike = likeness(print(one), print(other));
    expect(alike).toBeGreaterThanOrEqual(least);
    expect(alike).toBeLessThanOrEqual(most);
  });
});

describe("repetition", () => {
  const rule = sampleRule({ kind: "repetition", last: 2, inGroup: true, alike: 0.6 });
  const filler = ["one", "two", "three"].map(print);
  it.each([
    ["an own note", long, { own: [print(long)] }, true],
    ["an own short one", "I agree", { own: [print("I agree")] }, true],
    ["an own one that is too long ago", long, { own: [...filler, print(long)] }, false],
    ["somebody else's", long.replace("garden", "orchard"), { group: [print(long)] }, true],
    ["somebody else's short one", "I agree", { group: [print("I agree")] }, false],
    ["a highlight without words", "", { own: [print("")] }, false],
  ])("%s", (_, body, history, isHit) => {
    expect(repetitionHit(rule, print(body), { ...none, ...history }) !== null).toBe(isHit);
  });
  it("leaves the group alone where it is not asked", () => {
    const own = sampleRule({ kind: "repetition", last: 2, inGroup: false, alike: 0.6 });
    expect(repetitionHit(own, print(long), { ...none, group: [print(long)] })).toBeNull();
  });
});

describe("rate", () => {
  const rule = sampleRule({ kind: "rate", notes: 2, within: 1_000 });
  it.each([
    ["none before", [], null],
    ["one before", [9_500], null],
    ["two before: waits for the older one", [9_800, 9_500], 500],
    ["two of which one is over", [9_800, 9_000], null],
    ["three: waits until one is left", [9_900, 9_800, 9_500], 800],
  ])("%s", (_, times, expected) => {
    expect(rateHit(rule, { ...none, times }, 10_000)?.retryAfter ?? null).toBe(expected);
  });
});

describe("length", () => {
  const rule = sampleRule({ kind: "length", least: 3, most: 5 });
  it.each([
    ["too short", "ab", []],
    ["long enough", "abc", null],
    ["just short enough, in code points", "😀😀😀😀😀", null],
    ["too long, from where it is", "😀bcdefg", [{ start: 6, end: 8 }]],
    ["no words at all", "", null],
  ])("%s", (_, body, expected) => expect(lengthHit(rule, body)?.places ?? null).toEqual(expected));
});
