import { expect, it, describe as suite } from "vitest";
import { describe, tidySpan } from "./describe.ts";
import { match } from "./match.ts";

const text = "The wall stands.\nThe wall stands in the way.\nNobody asked the wall.";

function selectorsOf(quotation: string, nth = 0) {
  let start = text.indexOf(quotation);
  for (let i = 0; i < nth; i += 1) start = text.indexOf(quotation, start + 1);
  return describe(text, { start, end: start + quotation.length });
}

suite("match", () => {
  it.each([
    ["on its own text", text, selectorsOf("in the way"), { state: "exact", start: text.indexOf("in the way") }],
    [
      "after an insertion",
      `New. ${text}`,
      selectorsOf("in the way"),
      { state: "moved", start: text.indexOf("in the way") + 5 },
    ],
    ["a twin is told by its surroundings", `New. ${text}`, selectorsOf("wall", 1), { state: "moved", start: 26 }],
    ["gone", "Nothing of it is left.", selectorsOf("in the way"), { state: "lost", start: null }],
  ])("%s", (_, now, selectors, expected) => {
    const found = match(now, selectors);
    expect({ state: found.state, start: found.span?.start ?? null }).toEqual(expected);
  });

  it("does not choose between equal twins", () => {
    const [, quote] = describe("a b a", { start: 0, end: 1 });
    const bare = { ...quote, prefix: "", suffix: "" };
    const position = { type: "TextPositionSelector", start: 9, end: 10 } as const;
    expect(match("x a x a x", [position, bare]).state).toBe("uncertain");
  });
});

suite("tidySpan", () => {
  it.each([
    ["white space goes", "  a b  ", { start: 0, end: 7 }, { start: 2, end: 5 }],
    ["backwards", "abc", { start: 3, end: 1 }, { start: 1, end: 3 }],
    ["only space", "a   b", { start: 1, end: 4 }, null],
    ["half an emoji", "a👍🏽b", { start: 2, end: 3 }, { start: 1, end: 5 }],
    ["a letter keeps its accent", "cafe\u0301!", { start: 0, end: 4 }, { start: 0, end: 5 }],
    ["a family stays together", "x👨‍👩‍👧y", { start: 4, end: 5 }, { start: 1, end: 9 }],
    ["beyond the text", "abc", { start: -5, end: 99 }, { start: 0, end: 3 }],
  ])("%s", (_, within, span, expected) => {
    expect(tidySpan(within, span)).toEqual(expected);
  });
});
