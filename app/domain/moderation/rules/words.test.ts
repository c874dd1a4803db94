/** Promise: words of a list are found as whole words however they are written, and nothing else is. */
import { describe, expect, it } from "vitest";
import { fold } from "./fold.ts";
import { sampleRule } from "./sample-rule.ts";
import { makeWordFinder } from "./words.ts";

const rule = sampleRule({
  kind: "words",
  words: ["idiot", "shut up", "damn*", "*arse", "tail", "1488", "Schweinehund"],
});
const find = makeWordFinder([rule]);
const placesIn = (body: string) =>
  find(fold(body)).flatMap(({ places }) => places.map((p) => body.slice(p.start, p.end)));

describe("finds", () => {
  it.each([
    ["You idiot!", ["idiot"]],
    ["idiot-like", ["idiot"]],
    ["an i d i o t", ["i d i o t"]],
    ["stop!idiot", ["idiot"]],
    ["*idiot*", ["idiot"]],
    ['"IDIOT"', ["IDIOT"]],
    ["idiot😀", ["idiot"]],
    ["shut  up", ["shut  up"]],
    ["damnation", ["damn"]],
    ["bigarse", ["arse"]],
    ["ta1l and tai1", ["ta1l", "tai1"]],
    ["(1488)", ["1488"]],
    ["schweine-hund", ["schweine-hund"]],
    ["idiot idiot", ["idiot", "idiot"]],
  ])("%s", (body, expected) => expect(placesIn(body)).toEqual(expected));
});

describe("does not find", () => {
  it.each(["idiotic", "tall", "parsed", "in 14882", "shut it up", "shutup", "", "goddamn"])("%s", (body) => {
    expect(placesIn(body)).toEqual([]);
  });
});

it("says which rule, with its version and action, for each rule with a word", () => {
  const other = sampleRule({ kind: "words", words: ["idiot"] }, { id: "other", version: 7, action: "tag" });
  const hits = makeWordFinder([rule, other])(fold("idiot"));
  const place = { start: 0, end: 5 };
  expect(hits.map(({ rule, version, action, places }) => ({ rule, version, action, places }))).toEqual([
    { rule: "other", version: 7, action: "tag", places: [place] },
    { rule: "words", version: 1, action: "hold", places: [place] },
  ]);
});

it("keeps at most fifty places", () => {
  expect(placesIn("idiot ".repeat(80))).toHaveLength(50);
});
