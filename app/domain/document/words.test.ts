import { describe, expect, it } from "vitest";
import { countWords } from "#app/domain/document/words.ts";

describe("countWords", () => {
  it.each([
    ["nothing", "", 0],
    ["only marks", "— … ! 🙂", 0],
    ["plain words", "Two walls, and a window.", 5],
    ["an apostrophe joins", "the neighbour’s door isn't", 4],
    ["a hyphen joins", "a well-kept fence", 3],
    ["combining marks stay inside", "cafe\u0301 ole\u0301", 2],
    ["numbers", "In 1914 and 3.5", 5],
    ["Arabic", "الجدار والنافذة", 2],
    ["Chinese by letter", "墙与窗", 3],
    ["mixed", "第3章 wall", 4],
    ["lines", "one\ntwo\nthree", 3],
  ])("%s", (_, text, expected) => {
    expect(countWords(text)).toBe(expected);
  });
});
