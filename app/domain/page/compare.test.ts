import { expect, test } from "vitest";
import { type ComparedLine, compareLines } from "./compare.ts";

const signOf = (kind: ComparedLine["kind"]) => (kind === "same" ? " " : kind === "then" ? "-" : "+");
const cases: readonly [name: string, then: string, now: string, compared: string][] = [
  ["nothing and nothing", "", "", ""],
  ["the same", "ab", "ab", " a b"],
  ["a line more at the end", "ab", "abc", " a b+c"],
  ["a line less at the start", "abc", "bc", "-a b c"],
  ["a line changed", "abc", "axc", " a-b+x c"],
  ["a line moved", "abcd", "acdb", " a-b c d+b"],
  ["everything new", "ab", "xy", "-a-b+x+y"],
  ["a line twice", "aba", "aa", " a-b a"],
];

test.each(cases)("%s", (_, then, now, compared) => {
  const lines = compareLines([...then], [...now]);
  expect(lines.map(({ kind, line }) => signOf(kind) + line).join("")).toBe(compared);
});
