import { expect, it } from "vitest";
import { changedParagraphs } from "./changed-paragraphs.ts";

const wall = "The wall was built in one night.";
const gate = "Nobody asked who had ordered the gate.";
const last = "Years later the ferryman still counted the stones.";
const text = (...lines: readonly string[]) => lines.join("\n");

it.each([
  ["nothing", text(wall, gate), text(wall, gate), [{ kind: "same", paragraphs: 2 }]],
  [
    "a word",
    text(wall, gate),
    text(wall.replace("one", "a"), gate),
    [
      {
        kind: "changed",
        parts: [
          { kind: "same", text: "The wall was built in " },
          { kind: "removed", text: "one" },
          { kind: "added", text: "a" },
          { kind: "same", text: " night." },
        ],
      },
      { kind: "same", paragraphs: 1 },
    ],
  ],
  [
    "one put in, one taken out",
    text(wall, gate),
    text(last, wall),
    [
      { kind: "added", text: last },
      { kind: "same", paragraphs: 1 },
      { kind: "removed", text: gate },
    ],
  ],
  [
    "one moved",
    text(wall, gate, last),
    text(gate, last, wall),
    [
      { kind: "same", paragraphs: 2 },
      { kind: "moved", text: wall },
    ],
  ],
])("shows %s", (_, before, after, changes) => {
  expect(changedParagraphs(before, after)).toEqual(changes);
});
