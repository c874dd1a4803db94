import { describe, expect, it } from "vitest";
import { wordsIn } from "./account.ts";

describe("the words of a body", () => {
  it.each<[string, number]>([
    ["", 0],
    ["One two  three.", 3],
    ["It doesn't, and l’eau won’t.", 5],
    ["**Bold** _and_ `code`", 3],
    ["[a link](https://example.org/very/long)", 2],
    ["> quoted words\n\nand 3.5 more", 5],
    ["المرء لا يسمّي الطريق", 4],
    ["e\u0301tude", 1],
    ["— … !", 0],
    ["我喜欢读书", 3],
    ["first 我喜欢读书 last", 5],
  ])("%j are %i", (body, words) => {
    expect(wordsIn(body)).toBe(words);
  });
});
