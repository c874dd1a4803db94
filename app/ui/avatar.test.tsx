import { describe, expect, it } from "vitest";
import { initials } from "./avatar.tsx";

const cases: readonly (readonly [string, string])[] = [
  ["Amina Musa", "AM"],
  ["prof. Ingrid van der Dahl", "PD"],
  ["Plato", "P"],
  ["  Tomás   Reyes ", "TR"],
  ["ليلى حداد", "لح"],
  ["é́lodie 𝒳avier", "É́𝒳"],
  ["👩‍🚀", "?"],
  ["", "?"],
];

describe("initials", () => {
  it.each(cases)("of %s are %s", (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
