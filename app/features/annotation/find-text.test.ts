import { describe, expect, it } from "vitest";
import { findText, foldText } from "./find-text.ts";

describe("findText", () => {
  it.each([
    ["plain", "The wall, the Wall.", "wall", ["wall", "Wall"]],
    ["accents do not matter", "Le café, le cafe\u0301, le CAFE", "cafe", ["café", "cafe\u0301", "CAFE"]],
    ["nor do curly quotes", "the neighbour’s door", "neighbour's", ["neighbour’s"]],
    ["spaces stand for line breaks", "a wide\nwindow", "wide window", ["wide\nwindow"]],
    ["signs are only signs", "What? (really?)", "(really?)", ["(really?)"]],
    ["after an emoji offsets are right", "👍🏽 wall é wall", "wall", ["wall", "wall"]],
    ["another script", "السور والنافذة", "النافذة", ["النافذة"]],
    ["nothing asked", "wall", "  ", []],
  ])("%s", (_, text, query, expected) => {
    expect(findText(foldText(text), query).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
