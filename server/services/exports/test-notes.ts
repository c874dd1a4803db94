/** Notes for the tests of writers. */

import type { Target } from "#app/domain/annotation/annotation.ts";
import { describe } from "#app/domain/annotation/describe.ts";
import type { FileHead, TakenNote, TakenText, TakenThread } from "./taken.ts";

export const head: FileHead = {
  origin: "https://glossa.example",
  address: "https://glossa.example/t/T/export/x",
  now: Date.UTC(2026, 9, 1, 12),
  zone: "UTC",
};

export const plain = "A wall divides.\nSecond\nA window shows 𝒳 & <more>.";

export const text: TakenText = {
  id: "T",
  title: "The wall",
  author: "",
  source: "",
  published: "",
  licence: "",
  rights: "",
  language: "en",
  dir: "ltr",
  group: "Seminar",
  isWhole: true,
  pages: [],
  blocks: [
    { n: 1, number: 1, kind: "paragraph", level: null, start: 0, end: 15 },
    { n: 2, number: null, kind: "heading", level: 2, start: 16, end: 22 },
    { n: 3, number: 2, kind: "paragraph", level: null, start: 23, end: 49 },
  ],
};

export const target = (start: number, end: number): Target => ({
  source: "R",
  selector: describe(plain, { start, end }),
  state: "exact",
});

export function note(given: Partial<TakenNote> = {}): TakenNote {
  return {
    id: "N",
    parent: null,
    motivation: "commenting",
    kind: null,
    colour: "amber",
    tags: [],
    targets: [target(2, 6)],
    body: "Words",
    status: "published",
    isTombstone: false,
    created: Date.UTC(2026, 8, 1),
    edited: null,
    by: { name: "Ada", role: "member" },
    reactions: [],
    question: null,
    isAnswer: false,
    isPrivate: false,
    depth: 0,
    ...given,
  };
}

export function reply(given: Partial<TakenNote> = {}): TakenNote {
  return note({ id: "P", parent: "N", motivation: "replying", colour: null, targets: [], depth: 1, ...given });
}

export function thread(...notes: readonly TakenNote[]): TakenThread {
  return { n: 1, start: notes[0]?.targets[0]?.selector[0].start ?? null, notes };
}
