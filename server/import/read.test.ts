import { describe, expect, it } from "vitest";
import { type ImportReading, readNow } from "#server/import/read.ts";

function read(text: string, fileName: string | null = null): ImportReading {
  return readNow({ bytes: new TextEncoder().encode(text), fileName });
}

describe("readNow", () => {
  it.each([
    ["plain", "The Wall\n\nIt is high.", null],
    ["markdown", "# The Wall\n\nIt is high.", null],
    ["html", "<h1>The Wall</h1><p>It is high.</p>", null],
    ["markdown", "The Wall\n\nIt is high.", "wall.md"],
  ] as const)("recognises %s and reads it", (format, text, fileName) => {
    const reading = read(text, fileName);
    expect(reading.format).toBe(format);
    expect(reading.pieces.map((piece) => piece.text)).toEqual(["The Wall", "It is high."]);
  });

  it.each([
    ["the title of the text", "# The *Wall*\n\nx", "file.md", "The Wall"],
    ["else that of the page", "<!doctype html><title>Walls</title><p>x", "file.html", "Walls"],
    ["else the name of the file", "It is high.", "the-wall_two.txt", "the wall two"],
    ["else nothing", "It is high.", null, ""],
  ])("proposes as title %s", (_, text, fileName, title) => {
    expect(read(text, fileName).title).toBe(title);
  });

  it.each([
    ["a byline", "The Wall\n\nBy Ada Field\n\nIt is high.", "Ada Field"],
    ["the front matter", "---\nauthor: Ada Field\n---\n\nIt is high.", "Ada Field"],
    ["no sentence", "The Wall\n\nBy the river it is high.", ""],
  ])("proposes as author that of %s", (_, text, author) => {
    expect(read(text).author).toBe(author);
  });

  it.each([
    ["bytes that are no text", "%PDF-1.4"],
    ["blanks", " \n "],
    ["a page without words", "<!doctype html><script>x</script>"],
    ["Markdown without words", "![](a.png)\n\n***\n"],
  ])("refuses %s", (_, text) => {
    expect(() => read(text, "a.md")).toThrow(expect.objectContaining({ code: "invalid" }));
  });
});
