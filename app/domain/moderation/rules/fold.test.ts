/** Promise: words that look the same to a reader are the same to a rule, and every unit knows where it comes from. */
import { describe, expect, it } from "vitest";
import { fold, foldLetters, placeOf } from "./fold.ts";

describe("folds to the same word", () => {
  it.each([
    ["case", "IdIoT", "idiot"],
    ["marks", "ïdíöt", "idiot"],
    ["marks typed apart", "i\u0308dio\u0301t", "idiot"],
    ["Cyrillic letters", "іdіоt", "idiot"],
    ["Greek letters", "ιdιοτ", "idiot"],
    ["full width", "ｉｄｉｏｔ", "idiot"],
    ["mathematical letters", "𝖎𝖉𝖎𝖔𝖙", "idiot"],
    ["circled letters", "Ⓘⓓⓘⓞⓣ", "idiot"],
    ["digits for letters", "1d10t", "idiot"],
    ["signs for letters", "b@$tard", "bastard"],
    ["a sign at the end", "a$$", "ass"],
    ["zero-width characters", "id\u200bi\u200do\ufefft", "idiot"],
    ["soft hyphens", "id\u00adiot", "idiot"],
    ["direction marks", "id\u202eiot", "idiot"],
    ["dots between letters", "i.d.i.o.t", "idiot"],
    ["spaces between letters", "i d i o t", "idiot"],
    ["a row of hyphens", "i--d--i--o--t", "idiot"],
    ["markup inside a word", "id**iot**", "idiot"],
    ["a hyphen inside a word", "id-iot", "idiot"],
    ["sharp s", "Scheiße", "scheisse"],
    ["ligatures", "ﬂuﬀ", "fluff"],
  ])("%s", (_, typed, expected) => {
    expect(fold(typed).text.replace(/\*+$/u, "")).toBe(expected);
  });
});

describe("leaves alone", () => {
  it.each([
    ["numbers", "in 1945, 2024", "in 1945, 2024"],
    ["the end of a sentence", "Well! Go @home", "well! go @home"],
    ["words in a row", "we met a man", "we met a man"],
    ["vowel signs of other scripts", "हिन्दी", "हिन्दी"],
    ["white space, but for how much", "a  \n\tman", "a man"],
  ])("%s", (_, typed, expected) => expect(fold(typed).text).toBe(expected.normalize("NFKD")));
});

it("folds what is folded already to itself", () => {
  for (const typed of ["Ünïcôdé 1d10t", "Straße", "ἀλήθεια", "привет мир", "ｆｕｌｌ"]) {
    const once = fold(typed).text;
    expect(fold(once).text).toBe(once);
  }
});

it.each([
  ["x 𝖎𝖉𝖎𝖔𝖙 y", "𝖎𝖉𝖎𝖔𝖙"],
  ["so: i.d.i\u200b.o.t!", "i.d.i\u200b.o.t"],
  ["ﬁne ïdiot\u0301s", "ïdiot"],
  ["die Straße idiot", "idiot"],
])("knows the place in %s", (typed, original) => {
  const folded = fold(typed);
  const at = folded.text.indexOf("idiot");
  const { start, end } = placeOf(folded, at, at + 5);
  expect(typed.slice(start, end)).toBe(original);
});

it("for expressions keeps digits, signs and separators", () => {
  expect(foldLetters("Tél: 030-12 34 · а@b.de").text).toBe("tel: 030-12 34 · a@b.de");
});
