import { describe, expect, it } from "vitest";
import { isLongTag, tagKey, tidyTag, tidyTags } from "./tag.ts";

describe("a tag's key", () => {
  it.each([
    ["Irony", "irony"],
    ["  close \t reading ", "close reading"],
    ["#Irony", "irony"],
    ["Métaphore", "metaphore"],
    ["ﬁgure", "figure"],
    ["ＷＩＤＥ", "wide"],
    ["ΆΛΦΑ", "αλφα"],
    ["हिन्दी", "हिन्दी"],
    ["a\u200bb", "ab"],
    ["\u202eevil", "evil"],
    ["###", ""],
  ])("of %j is %j", (name, key) => {
    expect(tagKey(name)).toBe(key);
    expect(tagKey(key)).toBe(key);
  });
});

describe("tags of a note", () => {
  it("are tidied, and each is there once, as it was typed first", () => {
    expect(tidyTags([" Irony", "#irony", "", "#", "Ältere  Quelle", "altere quelle"])).toEqual([
      "Irony",
      "Ältere Quelle",
    ]);
    expect(tidyTag("# two\nlines")).toBe("two lines");
  });

  it("have at most forty code points", () => {
    expect(isLongTag("𝒳".repeat(40))).toBe(false);
    expect(isLongTag("𝒳".repeat(41))).toBe(true);
  });
});
