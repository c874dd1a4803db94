import { describe, expect, it } from "vitest";
import { leastCost } from "#tests/support/cost.ts";
import { bodyLength, cleanBody, isBlank } from "./body.ts";

describe("a cleaned body", () => {
  it.each([
    { name: "loses white space at its ends", typed: " \n words\t\n ", kept: "words" },
    { name: "has one kind of line end", typed: "a\r\nb\rc\nd", kept: "a\nb\nc\nd" },
    { name: "keeps tabs, loses other control characters", typed: "a\tb\u0000c\u001bd\u0085e\u007f", kept: "a\tbcde" },
    { name: "has no half characters", typed: "a\ud835 b", kept: "a\ufffd b" },
    { name: "keeps whole ones", typed: "𝒳 👩‍👧 é", kept: "𝒳 👩‍👧 é" },
    { name: "closes an override that the line leaves open", typed: "a\u202ebc\nd", kept: "a\u202ebc\u202c\nd" },
    { name: "closes from the inside out", typed: "\u2067\u202bx", kept: "\u2067\u202bx\u202c\u2069" },
    { name: "drops what closes nothing", typed: "a\u2069b\u202cc", kept: "abc" },
    { name: "leaves balanced ones alone", typed: "a \u2067אב\u2069 c", kept: "a \u2067אב\u2069 c" },
    {
      name: "has at most eight marks on a letter",
      typed: `e${"\u0301".repeat(500)}!`,
      kept: `e${"\u0301".repeat(8)}!`,
    },
    { name: "keeps Hebrew points", typed: "בְּרֵאשִׁית", kept: "בְּרֵאשִׁית" },
  ])("$name", ({ typed, kept }) => {
    expect(cleanBody(typed)).toBe(kept);
    expect(cleanBody(kept)).toBe(kept);
  });

  it.each(["", " ", "\u200b\u200d", "\u2067\u2069", "\u2800", "\u3164"])(
    "is blank without anything to see: %j",
    (body) => {
      expect(isBlank(body)).toBe(true);
    },
  );

  it.each(["a", "👍", "؟", "。", "-"])("is not blank with %s", (body) => {
    expect(isBlank(body)).toBe(false);
  });

  it("is counted in code points", () => {
    expect(bodyLength("a𝒳é")).toBe(3);
  });

  it("takes hostile input in time that grows with its length (C6)", () => {
    // Takes a few; quadratic is above 5,000.
    const bound = 1_000;
    const hostile = [
      `e${"\u0301".repeat(100_000)}`,
      "\u202e".repeat(100_000),
      " ".repeat(100_000),
      "\r".repeat(100_000),
    ];
    for (const typed of hostile) expect(leastCost(() => cleanBody(typed), bound)).toBeLessThan(bound);
  });
});
