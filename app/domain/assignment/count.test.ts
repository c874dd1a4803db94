import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Prompt } from "./assignment.ts";
import { type Asked, progressOf, suggestedPoints } from "./count.ts";
import type { Requirement } from "./requirement.ts";
import type { CountedNote } from "./snapshot.ts";

const note = (id: string, over: Partial<CountedNote> = {}): CountedNote => ({
  ...{ id, document: "t", revision: `${id}r`, motivation: "commenting", kind: null, tags: [], words: 20 },
  ...{ start: 0, end: 5, blocks: [1], repliesTo: null, parent: null, prompt: null, created: 1 },
  ...over,
});
const reply = (id: string, to: string, over: Partial<CountedNote> = {}) =>
  note(id, { motivation: "replying", parent: "p", repliesTo: to, start: null, end: null, blocks: [], ...over });
const prompt = (over: Partial<Prompt> = {}): Prompt => ({
  ...{ id: "q", document: null, target: null, words: "Find the turn", answer: "note", tags: [], minWords: 0 },
  ...{ isRequired: true, ...over },
});
const asked = (requirements: readonly Requirement[], prompts: readonly Prompt[] = []): Asked => ({
  texts: [{ document: "t", spans: [], length: 100 }],
  ...{ prompts, requirements },
});
const author = { member: "me", endorsed: new Set(["e"]) };
const have = (requirement: Requirement, notes: readonly CountedNote[]) => {
  const [one] = progressOf(asked([requirement]), notes, author).requirements;
  return [one?.have, one?.counted];
};

describe("requirements", () => {
  it.each<[string, Requirement, readonly CountedNote[], readonly [number, readonly string[]]]>([
    [
      "first notes that are long enough",
      { kind: "notes", count: 2, minWords: 10 },
      [note("a"), note("b", { words: 9 }), reply("c", "you")],
      [1, ["a"]],
    ],
    [
      "no marks without words",
      { kind: "notes", count: 1, minWords: 0 },
      [note("a", { motivation: "highlighting", words: 0 }), note("b", { words: 0 })],
      [0, []],
    ],
    [
      "replies to others, not to oneself",
      { kind: "replies", count: 2, minWords: 5 },
      [reply("a", "you"), reply("b", "me"), reply("c", "you", { words: 4 })],
      [1, ["a"]],
    ],
    [
      "different people once each",
      { kind: "peers", count: 2 },
      [reply("a", "you"), reply("b", "you", { created: 2 }), reply("c", "she", { created: 3 })],
      [2, ["a", "c"]],
    ],
    [
      "different paragraphs once each",
      { kind: "paragraphs", count: 3 },
      [note("a"), note("b", { created: 2 }), note("c", { blocks: [1, 2, 3], created: 3 })],
      [3, ["a", "c"]],
    ],
    [
      "tenths of the text",
      { kind: "coverage", count: 5 },
      [
        note("a", { start: 0 }),
        note("b", { start: 9, created: 2 }),
        note("c", { start: 99, created: 3 }),
        note("d", { start: null, created: 4 }),
      ],
      [2, ["a", "c"]],
    ],
    ["a tag", { kind: "tag", tag: "image", count: 1 }, [note("a", { tags: ["image"] }), note("b")], [1, ["a"]]],
    [
      "questions",
      { kind: "of-kind", of: "question", count: 1 },
      [note("a", { motivation: "questioning" }), note("b", { kind: "evidence" })],
      [1, ["a"]],
    ],
    ["what a teacher endorsed", { kind: "endorsed", count: 1 }, [note("e"), note("f")], [1, ["e"]]],
  ])("count %s", (_, requirement, notes, expected) => {
    expect(have(requirement, notes)).toEqual(expected);
  });

  it("measure coverage on the assigned passages alone", () => {
    const texts = [
      { document: "t", spans: [{ start: 50, end: 60 }], length: 100 },
      { document: "u", spans: [{ start: 0, end: 10 }], length: 500 },
    ];
    const notes = [note("a", { start: 55 }), note("b", { start: 10 }), note("c", { document: "u", start: 9 })];
    const progress = progressOf({ texts, prompts: [], requirements: [{ kind: "coverage", count: 10 }] }, notes, author);
    expect(progress.requirements[0]).toMatchObject({ have: 2, counted: ["a", "c"] });
  });
});

describe("prompts", () => {
  it.each<[string, Partial<Prompt>, Partial<CountedNote>, readonly string[]]>([
    ["a note", {}, {}, []],
    ["too few words", { minWords: 30 }, {}, ["words"]],
    ["a missing tag", { tags: ["image"] }, {}, ["tags"]],
    ["a question where a question is wanted", { answer: "question" }, { motivation: "questioning" }, []],
    ["a note where a question is wanted", { answer: "question" }, {}, ["kind"]],
    ["a reply to another", { answer: "reply" }, { parent: "p", repliesTo: "you" }, []],
    ["an answer to oneself where a reply is wanted", { answer: "reply" }, { parent: "p", repliesTo: "me" }, ["kind"]],
    ["a rereading", { answer: "rereading" }, { parent: "p", repliesTo: "me" }, []],
    ["everything wrong", { answer: "evidence", tags: ["x"], minWords: 50 }, {}, ["words", "tags", "kind"]],
  ])("are answered by %s, or told what lacks", (_, wants, given, lacks) => {
    const [answer] = progressOf(asked([], [prompt(wants)]), [note("a", { prompt: "q", ...given })], author).answers;
    expect(answer).toEqual({ prompt: "q", note: "a", isMet: lacks.length === 0, lacks });
  });

  it("take the best answer, and none of another prompt", () => {
    const notes = [
      note("a", { prompt: "q", words: 1 }),
      note("b", { prompt: "q", created: 2 }),
      note("c", { prompt: "z" }),
    ];
    const { answers, share, counted } = progressOf(asked([], [prompt({ minWords: 5 })]), notes, author);
    expect(answers[0]).toMatchObject({ note: "b", isMet: true });
    expect([share, counted]).toEqual([1, ["b"]]);
  });

  it("that need not be answered take nothing off", () => {
    expect(progressOf(asked([], [prompt({ isRequired: false })]), [], author)).toMatchObject({
      met: 0,
      of: 0,
      share: 1,
    });
  });
});

describe("the share of what is asked", () => {
  it("is not paid with a surplus of something else", () => {
    const requirements = [{ kind: "notes", count: 2, minWords: 0 } as const, { kind: "peers", count: 2 } as const];
    const notes = ["a", "b", "c", "d"].map((id) => note(id));
    expect(progressOf(asked(requirements), notes, author)).toMatchObject({ met: 1, of: 2, share: 0.5 });
  });

  it("is the suggested score", () => {
    const points = { kind: "points", points: 10, rubric: [] } as const;
    expect([0, 1 / 3, 1].map((share) => suggestedPoints(points, { share }))).toEqual([0, 3.333, 10]);
    expect([0.99, 1].map((share) => suggestedPoints({ kind: "complete" }, { share }))).toEqual([0, 1]);
    expect(suggestedPoints({ kind: "none" }, { share: 1 })).toBeNull();
  });
});

const anyNote = fc
  .record({
    id: fc.uuid(),
    words: fc.nat(40),
    motivation: fc.constantFrom("highlighting" as const, "commenting" as const, "questioning" as const),
    tags: fc.subarray(["image", "turn"]),
    start: fc.option(fc.nat(99)),
    blocks: fc.subarray([1, 2, 3, 4]),
    repliesTo: fc.option(fc.constantFrom("me", "you", "she")),
    prompt: fc.option(fc.constantFrom("q", "z")),
    created: fc.nat(5),
  })
  .map((one) => note(one.id, { ...one, parent: one.repliesTo === null ? null : "p" }));
const everything: readonly Requirement[] = [
  { kind: "notes", count: 3, minWords: 10 },
  { kind: "replies", count: 2, minWords: 5 },
  { kind: "peers", count: 2 },
  { kind: "paragraphs", count: 3 },
  { kind: "coverage", count: 4 },
  { kind: "tag", tag: "image", count: 2 },
  { kind: "of-kind", of: "question", count: 1 },
];

describe("the account of any notes", () => {
  it("is the same in whatever order they come, and never less with one more", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyNote, { selector: ({ id }) => id }), fc.nat(), (notes, turn) => {
        const of = (some: readonly CountedNote[]) => progressOf(asked(everything, [prompt()]), some, author);
        const cut = notes.length === 0 ? 0 : turn % notes.length;
        const whole = of(notes);
        expect(of([...notes.slice(cut), ...notes.slice(0, cut)])).toEqual(whole);
        const fewer = of(notes.toSpliced(cut, 1));
        for (const [i, one] of whole.requirements.entries()) {
          expect(one.have).toBeGreaterThanOrEqual(fewer.requirements[i]?.have ?? 0);
        }
        expect(whole.share).toBeGreaterThanOrEqual(fewer.share);
        expect(whole.share).toBeLessThanOrEqual(1);
        expect(whole.counted.every((id) => notes.some((one) => one.id === id))).toBe(true);
      }),
    );
  });
});
