import { describe, expect, it } from "vitest";
import { factsOfText, placeOf } from "./say.ts";
import { text } from "./test-notes.ts";

it("says what is known of a text and leaves out the rest", () => {
  const facts = { author: "Ada Field", published: "1819", source: "p. 7", rights: "© Ada" };
  expect(factsOfText({ ...text, ...facts, licence: "CC-BY-SA-3.0" })).toEqual([
    ...["by Ada Field", "1819", "p. 7", "CC BY-SA 3.0", "© Ada"],
  ]);
  expect(factsOfText({ ...text, licence: "public-domain" })).toEqual(["Public domain"]);
});

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
