import { describe, expect, it } from "vitest";
import { directionOf, negotiateLocale } from "./locale.ts";

const headers: readonly (readonly [string | undefined, string])[] = [
  [undefined, "en"],
  ["", "en"],
  ["de", "de"],
  ["de-CH,de;q=0.9,en;q=0.8", "de"],
  ["fr-FR, fr;q=0.9, de;q=0.4", "de"],
  ["en;q=0.4, de;q=0.6", "de"],
  ["de;q=0, en", "en"],
  ["de;q=0", "en"],
  ["de;q=nonsense", "en"],
  ["DE-at", "de"],
  ["fr, *;q=0.5", "en"],
  [`${"x,".repeat(10_000)}de`, "en"],
];

describe("negotiateLocale", () => {
  it.each(headers)("%j speaks %s", (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});

it.each([
  ["en", "ltr"],
  ["de-AT", "ltr"],
  ["ar", "rtl"],
  ["he-IL", "rtl"],
])("%s is written %s", (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});
