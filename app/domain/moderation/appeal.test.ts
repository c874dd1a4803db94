import { describe, expect, it } from "vitest";
import { APPEAL_WITHIN, appealBar } from "./appeal.ts";
import { type Verb, verbs } from "./verb.ts";

const row = (verb: Verb, change = {}) => ({ verb, at: 0, undoes: null, batch: null, ...change });
const open = { now: APPEAL_WITHIN, isUndone: false };

describe("appeals", () => {
  it("are for what was taken from somebody", () => {
    expect(verbs.filter((verb) => appealBar(row(verb), open) === null)).toEqual([
      "note.hold",
      "note.hide",
      "note.remove",
      "note.spam",
      "member.warn",
      "member.approve-first",
      "member.mute",
      "member.suspend",
      "member.ban",
    ]);
  });

  it.each([
    ["a day too late", row("note.remove"), { ...open, now: APPEAL_WITHIN + 1 }, "late"],
    ["taken back meanwhile", row("note.remove"), { ...open, isUndone: true }, "undone"],
    ["itself a taking back", row("note.remove", { undoes: 3 }), open, "final"],
    ["a wave of spam", row("note.spam", { batch: "b" }), open, "final"],
  ] as const)("are not for what is %s", (_, decision, facts, bar) => {
    expect(appealBar(decision, facts)).toBe(bar);
  });
});
