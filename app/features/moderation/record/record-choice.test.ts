import { describe, expect, it } from "vitest";
import { isChosen, recordChoiceOf } from "./record-choice.ts";

const nothing = { verb: null, reason: null, actor: null, from: null, until: null, before: null };
const read = (query: string) => recordChoiceOf(new URLSearchParams(query));

describe("what is asked of the record", () => {
  it.each([
    ["", nothing],
    ["verb=note.hide&reason=spam", { ...nothing, verb: "note.hide", reason: "spam" }],
    ["from=2026-01-02&until=2026-01-02", { ...nothing, from: 1767312000000, until: 1767398400000 }],
    ["verb=note.shout&reason=&actor=me&from=yesterday&until=2026-99-99&before=-1", nothing],
    ["before=12", { ...nothing, before: 12 }],
  ])("%s", (query, choice) => {
    expect(read(query)).toEqual(choice);
  });

  it("is a choice unless it is only a page", () => {
    expect([isChosen(read("before=12")), isChosen(read("reason=spam"))]).toEqual([false, true]);
  });
});
