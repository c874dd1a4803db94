import { describe, expect, it } from "vitest";
import { withDropCaps } from "#server/import/pdf-drop-caps.ts";
import { noteParagraphs, notesApart } from "#server/import/pdf-notes.ts";
import { column, linesOn, run, said } from "#server/import/test-runs.ts";

const text = ["The wall was built from", "stones that nobody had"];
const small = { size: 8 };
/** The same with a mark behind its words. */
const marked = [...column(text, 50, 100), run("1", 160, 108, { size: 6 })];

describe("footnotes", () => {
  it("are the small lines with a mark at the foot of a page, and what goes on from the page before", () => {
    const lines = linesOn(
      [
        ...marked,
        ...column(["1 Nobody counted them,", "or said so. 1918 it fell.", "2 It is said that"], 50, 600, small),
      ],
      [...column(text, 50, 100), ...column(["some did count.", "3 Nobody believes it."], 50, 600, small)],
    );
    const { body, notes } = notesApart(lines, 10);
    expect(said(body)).toEqual([text[0], `${text[1]}1`, ...text]);
    const paragraphs = noteParagraphs(notes, new Set()).map(({ parts }) => parts.map((part) => part.text).join(""));
    expect(paragraphs).toEqual([
      "1 Nobody counted them, or said so. 1918 it fell.",
      "2 It is said that some did count.",
      "3 Nobody believes it.",
    ]);
  });

  it.each([
    ["with a number that nothing stands for", [...column(text, 50, 100), run("2 doors 4 walls", 50, 600, small)]],
    ["without a mark", [...column(text, 50, 100), run("A caption of a picture", 50, 600, small)]],
    ["without text above", column(["1 Nobody counted them."], 50, 600, small)],
    ["above the text", [run("1 Nobody counted them.", 50, 80, small), ...column(text, 50, 100)]],
  ])("are not small lines %s", (_, page) => {
    expect(notesApart(linesOn(page), 10).notes).toEqual([]);
  });
});

describe("a large first letter", () => {
  it("is the first of its word, and its lines begin where it does", () => {
    const page = [
      run("T", 50, 112, { size: 30 }),
      ...column(["HE wall was built", "from stones that"], 67, 100),
      run("nobody counted.", 50, 124),
    ];
    const lines = linesOn(withDropCaps(page, 10));
    expect(said(lines)).toEqual(["THE wall was built", "from stones that", "nobody counted."]);
    expect(lines.map(({ left }) => left)).toEqual([50, 50, 50]);
  });

  it("is none beside one line alone", () => {
    const page = [run("I", 50, 100, { size: 20 }), run("The wall", 70, 100), run("It is high.", 50, 140)];
    expect(withDropCaps(page, 10)).toEqual(page);
  });
});
