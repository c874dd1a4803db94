import { describe, expect, it } from "vitest";
import type { Note } from "#app/live/note.ts";
import { addresseeOf, placedReplies } from "./reply-tree.ts";

const note = (id: string, parent: string | null, placement: Note["placement"] = "everyone") =>
  ({ id, parent, root: "root", placement }) as Note;
const root = note("root", null);

describe("placedReplies", () => {
  const shape = (replies: readonly Note[]) =>
    placedReplies({ root, replies }).map(({ note: { id }, level, inReplyTo }) =>
      inReplyTo === null ? `${level}${id}` : `${level}${id}>${inReplyTo.id}`,
    );
  it.each([
    ["one after the other", [note("a", "root"), note("b", "root")], "0a 0b"],
    ["below what it answers", [note("a", "root"), note("b", "root"), note("c", "a")], "0a 1c 0b"],
    ["the oldest first", [note("a", "root"), note("c", "a"), note("d", "a")], "0a 1c 1d"],
    [
      "no deeper than two steps",
      [note("a", "root"), note("b", "a"), note("c", "b"), note("d", "c"), note("e", "d")],
      "0a 1b 2c 2d>c 2e>d",
    ],
    ["of a note that is not here", [note("a", "gone")], "0a"],
  ])("%s", (_, replies, expected) => {
    expect(shape(replies).join(" ")).toBe(expected);
  });

  it("takes a chain of 5,000 replies", () => {
    const chain = Array.from({ length: 5000 }, (_, i) => note(`n${i}`, i === 0 ? "root" : `n${i - 1}`));
    expect(placedReplies({ root, replies: chain })).toHaveLength(5000);
  });
});

describe("addresseeOf", () => {
  const replies = [note("a", "root"), note("p", "a", "staff"), note("q", "p", "staff")];
  it.each([
    ["a private reply", "p", "a"],
    ["an answer to it", "q", "a"],
    ["a public one", "a", "a"],
  ])("%s", (_, id, expected) => {
    const asked = replies.find((one) => one.id === id) ?? root;
    expect(addresseeOf(asked, { root, replies }).id).toBe(expected);
  });
});
