import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordDiff } from "./word-diff.ts";

const signs = { same: "", added: "+", removed: "-" } as const;
const shown = (before: string, after: string) =>
  wordDiff(before, after).map(({ kind, text }) => `${signs[kind]}${text}`);

describe("wordDiff", () => {
  it.each([
    ["a b c", "a b c", ["a b c"]],
    ["a b c", "a x c", ["a ", "-b", "+x", " c"]],
    ["a c", "a b c", ["a ", "+b ", "c"]],
    ["", "all new", ["+all new"]],
    ["gone", "", ["-gone"]],
    ["der Zaun.", "der Zaun!", ["der Zaun", "-.", "+!"]],
  ])("%j to %j", (before, after, parts) => {
    expect(shown(before, after)).toEqual(parts);
  });

  it("holds both versions, whatever they are", () => {
    const text = fc.array(fc.constantFrom("a", "b", " ", "é", "\n", "."), { maxLength: 30 }).map((all) => all.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after);
        const without = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join("");
        expect([without("added"), without("removed")]).toEqual([before, after]);
      }),
    );
  });

  it("takes two long versions that have nothing in common", () => {
    const words = (word: string) => `${word} `.repeat(4000);
    expect(wordDiff(words("a"), words("b")).map(({ kind }) => kind)).toContain("removed");
  });
});
