import { describe, expect, it } from "vitest";
import type { ThreadNote } from "#app/context/queue-card.ts";
import { threadAround } from "./thread-around.ts";

const note = (id: string, parent: string | null, isTarget = false): ThreadNote => ({
  ...{ id, parent, isTarget, by: null, depth: parent === null ? 0 : 1, root: "1" },
  ...{ motivation: parent === null ? "commenting" : "replying", status: "published", seat: "s", colour: null },
  ...{ target: null, more: [], kind: null, tags: [], body: id, created: 0, edited: null, version: 1 },
});

/** Shown notes by id, folded ones as their number. */
const shape = (thread: readonly ThreadNote[]) =>
  threadAround(thread).map((part) => (part.kind === "note" ? part.note.id : part.notes.length));

describe("threadAround", () => {
  it.each([
    [
      "the first note with its first answers",
      [note("1", null, true), ...["2", "3", "4", "5"].map((id) => note(id, "1"))],
      ["1", "2", "3", 2],
    ],
    [
      "a reply with what it answers and the one before it",
      [note("1", null), note("2", "1"), note("3", "1"), note("4", "1", true)],
      ["1", 1, "3", "4"],
    ],
    [
      "the whole way up to the first note",
      [note("1", null), note("2", "1"), note("3", "1"), note("4", "2"), note("5", "4", true), note("6", "1")],
      ["1", "2", 1, "4", "5", 1],
    ],
    ["nothing where the note is gone", [note("1", null)], []],
    ["no circle", [note("1", "2"), note("2", "1", true)], ["1", "2"]],
  ])("shows %s", (_, thread, expected) => {
    expect(shape(thread)).toEqual(expected);
  });
});
