import { describe, expect, it } from "vitest";
import { richPaste } from "./rich-paste.ts";

const cases: readonly (readonly [string, string, string | null])[] = [
  ["nothing", "", null],
  ["styled words without structure", '<meta charset="utf-8"><span style="color:red">word</span>', null],
  ["code from an editor", '<div style="font-family:monospace"><div><span>let x</span></div></div>', null],
  ["paragraphs", "<p>One</p><p>Two</p>", "<p>One</p><p>Two</p>"],
  ["a fragment", "<html><body><!--StartFragment--><h2>Head</h2><!--EndFragment--></body></html>", "<h2>Head</h2>"],
  ["an image is no <i>", "<img src=x>", null],
];

describe("richPaste", () => {
  it.each(cases)("of %s", (_, html, kept) => {
    expect(richPaste(html)).toBe(kept);
  });
});
