import { describe, expect, it } from "vitest";
import { languageOf } from "#app/domain/document/language.ts";

describe("languageOf", () => {
  it.each([
    ["nothing", "", ""],
    ["too short to tell", "A wall.", ""],
    [
      "English",
      "The wall was built with care, and the people of the valley knew that it was for them. It is a fine thing to have.",
      "en",
    ],
    [
      "German",
      "Der Zaun ist nicht das Ende der Wiese, und das Tor ist mit einem Riegel versehen, den nicht jeder kennt und öffnet.",
      "de",
    ],
    [
      "French",
      "Les murs et les portes des maisons, dans une vallée qui est loin, ne sont pas une promesse et les gens le savent.",
      "fr",
    ],
    ["Japanese", "壁と窓について、わたしは毎日考える。", "ja"],
    ["Chinese", "墙与窗都是人所造的。", "zh"],
    ["Hebrew", "הקיר והחלון", "he"],
    ["Persian", "دیوار و پنجره را چگونه می‌گذاریم", "fa"],
    ["Arabic", "الجدار والنافذة على التل", "ar"],
  ])("%s", (_, text, expected) => {
    expect(languageOf(text)).toBe(expected);
  });
});
