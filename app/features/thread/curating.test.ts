import { describe, expect, it } from "vitest";
import { type Curation, openText, untouched } from "#app/domain/moderation/curation.ts";
import type { Note } from "#app/live/note.ts";
import { barOfText, isLocked } from "./curating.ts";
import { unfolded } from "./folded.ts";

const note = (id: string, parent: string | null, curation: Partial<Curation> | null = null): Note => ({
  ...{ id, root: "a", parent, motivation: parent === null ? "commenting" : "replying", status: "published" },
  ...{ seat: "s", colour: null, target: null, more: [], kind: null, tags: [], body: "Words", created: 1, edited: null },
  ...{ version: 1, placement: "everyone", among: [], reactions: {}, said: null, delivery: "sent", refusal: null },
  summary: null,
  curation: curation === null ? null : { ...untouched, ...curation },
});

describe("a lock", () => {
  const [b, c, d] = [note("b", "a", { locked: true }), note("c", "b"), note("d", "a")];
  it("holds for the branch below it", () => {
    const thread = { root: note("a", null), replies: [b, c, d] };
    expect([b, c, d, thread.root].map((one) => isLocked(one, thread))).toEqual([true, true, false, false]);
  });
  it("of a thread holds for all of it, also where what was answered is not here", () => {
    const lost = note("e", "gone");
    expect(isLocked(lost, { root: note("a", null, { locked: true }), replies: [lost] })).toBe(true);
  });
  it("of a text says why", () => {
    const text = { ...openText, opensAt: 10, closesAt: 20 };
    expect([5, 10, 20].map((now) => barOfText({ text }, now))).toEqual(["early", null, "late"]);
  });
});

describe("what is set aside", () => {
  const replies = [note("b", "a", { aside: "off-topic" }), note("c", "b"), note("d", "c"), note("e", "a")];
  const placed = replies.map((one) => ({ note: one, level: 0, inReplyTo: null }) as const);
  const ids = (open: readonly string[]) => unfolded(placed, new Set(open)).map((one) => one.note.id);
  it("hides the branch below it until it is opened", () => {
    expect(ids([])).toEqual(["b", "e"]);
    expect(ids(["b"])).toEqual(["b", "c", "d", "e"]);
  });
});
