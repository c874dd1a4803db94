import { describe, expect, it } from "vitest";
import { neighbour, segmenterOf, unitsOf } from "./sentences.ts";

const text = "One wall. Two walls!\nA window?  And a door.\n墙在这里。窗在那里。";
const starts = [0, text.indexOf("A window"), text.indexOf("墙")];
const blocks = starts.map((start, i) => ({ start, end: (starts[i + 1] ?? text.length + 1) - 1 }));
const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

describe("unitsOf", () => {
  it.each([
    [0, "sentence", ["One wall.", "Two walls!"]],
    [1, "sentence", ["A window?", "And a door."]],
    [2, "sentence", ["墙在这里。", "窗在那里。"]],
    [0, "word", ["One", "wall", "Two", "walls"]],
  ] as const)("block %i by %s", (n, step, expected) => {
    const block = blocks[n];
    if (block === undefined) throw new Error("no such block");
    expect(unitsOf(text, block, segmenterOf(step, "en")).map(words)).toEqual(expected);
  });
});

it("ends a Greek question at its own mark", () => {
  const greek = "Πού είναι; Εδώ.";
  const sentences = unitsOf(greek, { start: 0, end: greek.length }, segmenterOf("sentence", "el"));
  expect(sentences.map(({ start, end }) => greek.slice(start, end))).toEqual(["Πού είναι;", "Εδώ."]);
});

describe("neighbour", () => {
  const at = (sentence: string) => ({ start: text.indexOf(sentence), end: text.indexOf(sentence) + sentence.length });
  it.each([
    ["on within the block", "One wall.", 1, "Two walls!"],
    ["on over its border", "Two walls!", 1, "A window?"],
    ["back over its border", "A window?", -1, "Two walls!"],
    ["back within the block", "And a door.", -1, "A window?"],
    ["before the first", "One wall.", -1, null],
    ["after the last", "窗在那里。", 1, null],
  ] as const)("%s", (_, from, by, expected) => {
    const found = neighbour({ text, blocks, segmenter: segmenterOf("sentence", "en") }, at(from), by);
    expect(found && words(found)).toBe(expected);
  });
});
