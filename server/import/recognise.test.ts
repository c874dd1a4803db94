import { describe, expect, it } from "vitest";
import { recognise } from "#server/import/recognise.ts";

describe("recognise", () => {
  it.each([
    ["plain prose", "A wall.\n\nIt is high.", null, "plain"],
    ["prose with a dash list", "Bring:\n\n- bread\n- salt", null, "plain"],
    ["prose with a hash tag", "We met #wall people.", null, "plain"],
    ["prose that names a tag", "The <p> tag of HTML marks a paragraph, and <b> is bold.", null, "plain"],
    ["a comparison", "a < b and b > c", null, "plain"],
    ["mail quotation", "He wrote:\n\n> no wall\n> no door", null, "plain"],
    ["stars as notes", "The wall* stands.\n\n* until 1990", null, "plain"],
    ["a heading", "# The wall\n\nIt is high.", null, "markdown"],
    ["an underlined heading", "The wall\n========\n\nIt is high.", null, "markdown"],
    ["front matter", "---\ntitle: The wall\n---\n\nIt is high.", null, "markdown"],
    ["a link", "See [the wall](https://example.org).", null, "markdown"],
    ["bold", "It is **very** high.", null, "markdown"],
    ["emphasis and a list", "It is *very* high.\n\n- yes\n- no", null, "markdown"],
    ["a fence", "So:\n\n```\nlet wall\n```", null, "markdown"],
    ["a table", "| a | b |\n|---|---|\n| 1 | 2 |", null, "markdown"],
    ["a footnote", "High.[^1]\n\n[^1]: Very.", null, "markdown"],
    ["Windows line ends", "# The wall\r\n\r\nIt is high.", null, "markdown"],
    ["a whole page", "<!DOCTYPE html><p>x", null, "html"],
    ["a page with an XML head", '<?xml version="1.0"?>\n<!DOCTYPE html><html></html>', null, "html"],
    ["a fragment", "<p>A wall.</p><p>High.</p>", null, "html"],
    ["a fragment in words", "Look: <div>a</div><div>b</div><div>c</div>", null, "html"],
    ["by name: md", "A wall.", "Wall.MD", "markdown"],
    ["by name: htm", "A wall.", "wall.htm", "html"],
    ["txt is looked into", "# The wall\n\nIt is high.", "wall.txt", "markdown"],
    ["a page called md is a page", "<!doctype html><p>x", "wall.md", "html"],
  ] as const)("%s", (_, text, fileName, expected) => {
    expect(recognise(text, fileName)).toBe(expected);
  });
});
