import { describe, expect, it } from "vitest";
import { markedWords } from "./marked-words.ts";

const hit = (rule: string, start: number | null, end: number | null) =>
  ({ rule, class: "rule", start, end, action: "hold" }) as const;
const cut = (...hits: Parameters<typeof markedWords>[1]) =>
  markedWords("one two three", hits).map(({ text, hits: on }) => [text, on.map(({ rule }) => rule).join("")]);

describe("markedWords", () => {
  it.each([
    ["nothing without a place", [hit("a", null, null)], [["one two three", ""]]],
    [
      "one place",
      [hit("a", 4, 7)],
      [
        ["one ", ""],
        ["two", "a"],
        [" three", ""],
      ],
    ],
    [
      "places that overlap",
      [hit("a", 0, 7), hit("b", 4, 13)],
      [
        ["one ", "a"],
        ["two", "ab"],
        [" three", "b"],
      ],
    ],
    [
      "not beyond the end",
      [hit("a", 8, 99)],
      [
        ["one two ", ""],
        ["three", "a"],
      ],
    ],
    ["nothing that begins beyond it", [hit("a", 50, 99)], [["one two three", ""]]],
  ])("marks %s", (_, hits, expected) => {
    expect(cut(...hits)).toEqual(expected);
  });

  it("says names without their seats", () => {
    expect(markedWords("Ask @[Lena Ortiz](seat:01H) now", [])[0]?.text).toBe("Ask @Lena Ortiz now");
  });
});
