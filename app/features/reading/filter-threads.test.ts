import { describe, expect, it } from "vitest";
import type { Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { type Filter, filterThreads, isFresh, isUnfiltered, noFilter, tagCounts } from "./filter-threads.ts";

const note = (changed: Partial<Note>): Note =>
  ({
    ...{
      created: 1,
      seat: "lena",
      body: "",
      motivation: "commenting",
      kind: null,
      tags: [],
      reactions: {},
      said: null,
    },
    ...changed,
  }) as Note;
const thread = (id: string, root: Partial<Note>, ...replies: readonly Partial<Note>[]): Thread => {
  const notes = [note({ id, ...root }), ...replies.map(note)] as const;
  return {
    id,
    root: notes[0],
    replies: notes.slice(1),
    span: null,
    latest: Math.max(...notes.map(({ created }) => created)),
    isOpenQuestion: notes[0].motivation === "questioning" && notes[0].said === null,
  };
};
const threads = [
  thread("amber", { colour: "amber", body: "The café wall" }),
  thread("mine", { colour: "blue", seat: "me" }, { seat: "jonas", created: 9, body: "Agreed" }),
  thread("asks", { motivation: "questioning", created: 8 }),
];
const said = { state: "answered", by: "me", answer: null, at: 1 } as const;
const sorted = [
  thread("plain", { tags: ["Irony", "voice"] }),
  thread("bare", { motivation: "highlighting" }),
  thread("open", { motivation: "questioning" }, { reactions: { endorse: ["t"] } }),
  thread("closed", { motivation: "questioning", said, tags: ["ironý"] }),
  thread("proof", { kind: "evidence" }),
];
const facts = {
  isOwn: (seat: string) => seat === "me",
  nameOf: (seat: string) => (seat === "jonas" ? "Jonas Keller" : seat),
  isFresh: (thread: Thread) => isFresh(thread, ({ created, seat }) => created > 5 && seat !== "me"),
};

describe("filterThreads by kind, tag and state", () => {
  it.each<[Partial<Filter>, string]>([
    [{ kind: "note" }, "plain"],
    [{ kind: "question" }, "open closed"],
    [{ kind: "evidence" }, "proof"],
    [{ tag: "irony" }, "plain closed"],
    [{ state: "open" }, "open"],
    [{ state: "answered" }, "closed"],
    [{ state: "endorsed" }, "open"],
    [{ query: "IRON" }, "plain closed"],
  ])("%j", (filter, expected) => {
    const found = filterThreads(sorted, { ...noFilter, ...filter }, facts);
    expect(found.map(({ id }) => id).join(" ")).toBe(expected);
    expect(isUnfiltered({ ...noFilter, ...filter })).toBe(false);
  });

  it("counts tags, however they are typed", () => {
    expect(tagCounts(sorted)).toEqual([
      { tag: "Irony", count: 2 },
      { tag: "voice", count: 1 },
    ]);
  });
});

describe("filterThreads", () => {
  it.each<[string, Partial<Filter>, string]>([
    ["everything", {}, "amber mine asks"],
    ["mine", { show: "mine" }, "mine"],
    ["new, in a reply too", { show: "fresh" }, "mine asks"],
    ["questions", { show: "questions" }, "asks"],
    ["of one person, in replies too", { seat: "jonas" }, "mine"],
    ["of one colour", { colour: "amber" }, "amber"],
    ["by words without accents", { query: "CAFE" }, "amber"],
    ["by name", { query: "keller" }, "mine"],
    ["both", { show: "mine", colour: "amber" }, ""],
  ])("%s", (_, filter, expected) => {
    const found = filterThreads(threads, { ...noFilter, ...filter }, facts);
    expect(found.map(({ id }) => id).join(" ")).toBe(expected);
  });

  it("gives the same list while nothing is asked", () => {
    expect(filterThreads(threads, noFilter, facts)).toBe(threads);
  });
});
