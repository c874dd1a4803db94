import { describe, expect, it } from "vitest";
import type { Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { type Filter, filterThreads, isFresh, noFilter } from "./filter-threads.ts";

const note = (changed: Partial<Note>): Note =>
  ({ created: 1, seat: "lena", body: "", motivation: "commenting", ...changed }) as Note;
const thread = (id: string, root: Partial<Note>, ...replies: readonly Partial<Note>[]): Thread => {
  const notes = [note({ id, ...root }), ...replies.map(note)] as const;
  return {
    id,
    root: notes[0],
    replies: notes.slice(1),
    span: null,
    latest: Math.max(...notes.map(({ created }) => created)),
    isOpenQuestion: false,
  };
};
const threads = [
  thread("amber", { colour: "amber", body: "The café wall" }),
  thread("mine", { colour: "blue", seat: "me" }, { seat: "jonas", created: 9, body: "Agreed" }),
  thread("asks", { motivation: "questioning", created: 8 }),
];
const facts = {
  isOwn: (seat: string) => seat === "me",
  nameOf: (seat: string) => (seat === "jonas" ? "Jonas Keller" : seat),
  isFresh: (thread: Thread) => isFresh(thread, ({ created, seat }) => created > 5 && seat !== "me"),
};

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
