import { describe, expect, it } from "vitest";
import { readChoices } from "./piece-choices.ts";

const cases: readonly (readonly [string, readonly (readonly [string, string])[], ReturnType<typeof readChoices>])[] = [
  ["nothing", [], { labels: {}, leftOut: [] }],
  [
    "labels and pieces left out",
    [
      ["label.0", "title"],
      ["label.12", "heading"],
      ["label.3", "out"],
      ["label.4", "out"],
    ],
    {
      labels: { 0: "title", 12: "heading" },
      leftOut: [3, 4],
    },
  ],
  [
    "what is not of this form",
    [
      ["label.x", "title"],
      ["label.1", "script"],
      ["label.99999999", "title"],
      ["label.__proto__", "title"],
      ["label.-1", "out"],
      ["label.1e3", "out"],
      ["out", "5"],
    ],
    { labels: {}, leftOut: [] },
  ],
];

describe("readChoices", () => {
  it.each(cases)("reads %s", (_, fields, expected) => {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    expect(readChoices(form)).toEqual(expected);
  });
});
