import { LRUCache } from "lru-cache";
import { describe, expect, it } from "vitest";
import type { Target } from "#app/domain/annotation/annotation.ts";
import type { WorkNote } from "#db/repositories/submissions.ts";
import { type Account, countedNotes, wordsIn } from "./account.ts";

describe("the words of a body", () => {
  it.each<[string, number]>([
    ["", 0],
    ["One two  three.", 3],
    ["It doesn't, and l’eau won’t.", 5],
    ["**Bold** _and_ `code`", 3],
    ["[a link](https://example.org/very/long)", 2],
    ["> quoted words\n\nand 3.5 more", 5],
    ["المرء لا يسمّي الطريق", 4],
    ["e\u0301tude", 1],
    ["— … !", 0],
    ["我喜欢读书", 3],
    ["first 我喜欢读书 last", 5],
  ])("%j are %i", (body, words) => {
    expect(wordsIn(body)).toBe(words);
  });
});

describe("the paragraphs of a note", () => {
  const paragraph = (n: number) => ({
    ...({ n, number: n, kind: "paragraph", level: null, start: (n - 1) * 10, end: n * 10 - 1 } as const),
  });
  const target = (start: number, end: number): Target => ({
    ...{ state: "exact", source: "r" },
    selector: [
      { type: "TextPositionSelector", start, end },
      { type: "TextQuoteSelector", exact: "", prefix: "", suffix: "" },
    ],
  });
  const note: WorkNote = {
    ...{ id: "n", member: "m", document: "t", revision: "b", body: "Words", motivation: "commenting", kind: null },
    ...{ tags: [], targets: [target(5, 25), target(41, 42)], parent: null, repliesTo: null, prompt: null },
    ...{ created: 1, isEndorsed: false },
  };
  const among = (spans: Account["asked"]["texts"][number]["spans"]): Account => ({
    asked: { texts: [{ document: "t", spans, length: 50 }], prompts: [], requirements: [] },
    blocks: new Map([["t", [1, 2, 3, 4, 5].map(paragraph)]]),
    words: new LRUCache({ max: 10 }),
  });

  it.each([
    ["are all that its passages touch", [], [1, 2, 3, 5]],
    ["are those that were assigned, where only some were", [{ start: 12, end: 33 }], [2, 3]],
    ["are none where nothing of it was assigned", [{ start: 30, end: 38 }], []],
  ])("%s", (_, spans, numbers) => {
    expect(countedNotes(among(spans), [note]).map(({ blocks }) => blocks)).toEqual([numbers]);
  });
});
