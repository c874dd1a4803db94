import { describe, expect, it } from "vitest";
import { previewOf } from "./preview-of.ts";

describe("previewOf", () => {
  it.each([
    ["", null],
    [" \n", null],
    ["Whose\nfear?", "Whose fear?"],
    ["a\u202eb\u0007c", "ab c"],
    [`${"x".repeat(300)} end`, `${"x".repeat(156)} end`],
  ])("%j", (words, shown) => {
    expect(previewOf(words)).toBe(shown);
  });

  it("fits a claim, whatever a character takes", () => {
    const shown = previewOf('\u{1f469}\u200d\u{1f469}\u200d\u{1f467}"\\'.repeat(200)) ?? "";
    expect(Buffer.byteLength(JSON.stringify(shown))).toBeLessThanOrEqual(1024);
    expect(shown).not.toBe("");
  });
});
