import { describe, expect, it } from "vitest";
import { directionOf } from "#app/domain/document/direction.ts";

describe("directionOf", () => {
  it.each([
    ["nothing", "", "ltr"],
    ["digits only", "1234 – 5", "ltr"],
    ["English", "The wall", "ltr"],
    ["Hebrew", "הקיר והחלון", "rtl"],
    ["Arabic with a Latin name", "الجدار والنافذة في Rhetoric", "rtl"],
    ["English that cites Hebrew first", "קיר means wall in the language of the lower meadow", "ltr"],
    ["a tie goes to the first letter", "אב ab", "rtl"],
    ["a tie goes to the first letter, Latin", "ab אב", "ltr"],
    ["Chinese", "墙与窗", "ltr"],
    ["Adlam, outside the basic plane", "𞤀𞤁𞤂", "rtl"],
  ] as const)("%s", (_, text, expected) => {
    expect(directionOf(text)).toBe(expected);
  });
});
