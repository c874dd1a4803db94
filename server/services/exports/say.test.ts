import { describe, expect, it } from "vitest";
import { placeOf } from "./say.ts";
import { text } from "./test-notes.ts";

describe("the place of a note", () => {
  const pages = [
    { label: "xii", start: 2 },
    { label: "1", start: 23 },
  ];
  it.each([
    ["a number", [], 2, "¶1"],
    ["a number and a page", pages, 2, "¶1, p. xii"],
    ["a page alone, on a heading", pages, 16, "p. xii"],
    ["the page that is begun", pages, 30, "¶2, p. 1"],
    ["no page before the first", pages, 0, "¶1"],
    ["the whole text", pages, null, "Whole text"],
  ])("is %s", (_, given, start, place) => {
    expect(placeOf({ ...text, pages: given }, start)).toBe(place);
  });
});
