import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatQuery } from "./format.ts";
import { parseQuery } from "./parse.ts";
import { flags, MAX_TERMS, namedFacets, type Term } from "./query.ts";

const word = (text: string, negated = false): Term => ({ kind: "word", text, negated });
const phrase = (text: string, negated = false): Term => ({ kind: "phrase", text, negated });
const named = (facet: (typeof namedFacets)[number], value: string, negated = false): Term => ({
  ...{ kind: "named", facet, value, negated },
});

describe("parseQuery", () => {
  const cases: readonly (readonly [string, readonly Term[]])[] = [
    ["", []],
    ["  \t\n ", []],
    ["wall", [word("wall")]],
    ["The  wall", [word("The"), word("wall")]],
    ['"the wall"', [phrase("the wall")]],
    ['"the wall', [phrase("the wall")]],
    ['""', []],
    ['wall"the window"', [word("wall"), phrase("the window")]],
    ["-wall", [word("wall", true)]],
    ["--wall", [word("-wall", true)]],
    ["- wall -", [word("-"), word("wall")]],
    ['-"the wall"', [phrase("the wall", true)]],
    ["by:ada", [named("by", "ada")]],
    ['BY:"Ada  Lovelace"', [named("by", "Ada Lovelace")]],
    ["-tag:irony", [named("tag", "irony", true)]],
    ["color:blue author:ben text:wall", [named("colour", "blue"), named("by", "ben"), named("in", "wall")]],
    ["by:", [word("by:")]],
    ['by:""', [phrase("by:")]],
    ["by: ada", [word("by:"), word("ada")]],
    ["has:reply IS:OPEN", [flag("has:reply"), flag("is:open")]],
    ["is:nonsense", [word("is:nonsense")]],
    ['is:"non sense"', [phrase("is:non sense")]],
    ["http://a.b/c", [word("http://a.b/c")]],
    ["before:2026-11-24", [{ kind: "time", edge: "before", day: "2026-11-24", negated: false }]],
    ["after:2026", [{ kind: "time", edge: "after", day: "2026", negated: false }]],
    ["before:2026-02-30 after:soon", [word("before:2026-02-30"), word("after:soon")]],
    ["¶12 ¶9–3 p:4", [place(12, 12), place(3, 9), place(4, 4)]],
    ["¶", [word("¶")]],
    ["wall wall WALL", [word("wall"), word("WALL")]],
    ["a\u0000b \ud800", [word("a"), word("b"), word("\ufffd")]],
    ["cafe\u0301", [word("café")]],
    ["x".repeat(3000), [word("x".repeat(100))]],
  ];
  it.each(cases)("reads %j", (line, query) => {
    expect(parseQuery(line)).toEqual(query);
  });

  it("reads no more terms than a person types", () => {
    expect(parseQuery(Array.from({ length: 10_000 }, (_, n) => `w${n}`).join(" "))).toHaveLength(MAX_TERMS);
  });
});

describe("a line and its query", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.string({ unit: "grapheme", maxLength: 120 }),
    fc.constantFrom("-", '"', ":", "¶", " ", "by:", 'tag:"', "is:open", "has:reply", "-in:", "¶3-9", "before:2026-01"),
    fc.constantFrom(...namedFacets.map((facet) => `${facet}:"a b"`), ...flags),
  );
  const line = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

  it("is read the same after it was written", () => {
    fc.assert(
      fc.property(line, (typed) => {
        const query = parseQuery(typed);
        expect(parseQuery(formatQuery(query))).toEqual(query);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is written the same after it was read", () => {
    fc.assert(
      fc.property(line, (typed) => {
        const written = formatQuery(parseQuery(typed));
        expect(formatQuery(parseQuery(written))).toBe(written);
      }),
    );
  });
});

function flag(name: (typeof flags)[number]): Term {
  return { kind: "flag", flag: name, negated: false };
}

function place(from: number, to: number): Term {
  return { kind: "place", from, to, negated: false };
}
