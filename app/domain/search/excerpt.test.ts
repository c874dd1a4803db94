import fc from "fast-check";
import { expect, it } from "vitest";
import { excerptOf } from "./excerpt.ts";
import { parseQuery } from "./parse.ts";

const shown = (text: string, query: string, length?: number) =>
  excerptOf(text, parseQuery(query), length)
    .map((part) => (part.isHit ? `[${part.text}]` : part.text))
    .join("");

it.each([
  ["The café on the wall", "cafe wa", "The [café] on the [wall]"],
  ["The wall, the Walls", "wall", "The [wall], the [Walls]"],
  ["The wall, the walls", "wall by:ada", "The [wall], the walls"],
  ["the wall of words", '"of words"', "the wall [of] [words]"],
  ["the wall", "-wall", "the wall"],
  ["", "wall", ""],
])("%j for %j shows %j", (text, query, marked) => {
  expect(shown(text, query)).toBe(marked);
});

it("shows the stretch in which most of the words stand", () => {
  const text = `${"far away ".repeat(60)}wall ${"and more ".repeat(60)}wall and window ${"to the end ".repeat(60)}`;
  expect(shown(text, "window wall is:open", 120)).toMatch(/^….*\[wall\] and \[window\].*…$/);
});

it("keeps what it shows whole, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), fc.string({ maxLength: 4 }), (text, query) => {
      const parts = excerptOf(text, parseQuery(query), 80);
      const whole = parts.map((part) => part.text).join("");
      expect(text).toContain(whole.replace(/^… /, "").replace(/ …$/, ""));
      expect(/\p{Surrogate}/u.test(whole)).toBe(false);
    }),
  );
});
