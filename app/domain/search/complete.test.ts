import { describe, expect, it } from "vitest";
import { completed, completingAt } from "./complete.ts";
import { spellings } from "./spelling.ts";

/** The caret is "|". */
const at = (marked: string) => completingAt(marked.replace("|", ""), marked.indexOf("|"));

describe("completingAt", () => {
  it.each([
    ["by:a|", "by", "a"],
    ["wall by:|", "by", ""],
    ["by:a| wall", "by", "a"],
    ['in:"the wa|', "in", "the wa"],
    ["-tag:ir|", "tag", "ir"],
    ["KIND:q|", "kind", "q"],
    ["Art:fr|", "kind", "fr"],
    ['-schlagwort:"ir|', "tag", "ir"],
    ["text:w|", "in", "w"],
  ])("%s completes %s from %j", (line, facet, typed) => {
    expect(at(line)).toMatchObject({ facet, typed });
  });

  it.each(["|", "wall|", "|by:a", "by:a |", "is:op|", "¶1|", ":|"])("%s completes nothing", (line) => {
    expect(at(line)).toBeNull();
  });
});

describe("completed", () => {
  it.each([
    ["wall by:a| then", "Ada", "wall by:Ada then"],
    ["by:a|", "Ada Lovelace", 'by:"Ada Lovelace" '],
    ['-in:"the w|', "The wall", '-in:"The wall" '],
    ["by:|", 'Ada "Al" L.', 'by:"Ada Al L." '],
  ])("%s with %j is %j", (marked, name, line) => {
    const completing = at(marked);
    if (completing === null) throw new Error("Nothing to complete.");
    expect(completed(marked.replace("|", ""), completing, { name, spelling: spellings.en }).line).toBe(line);
  });
});
