import { describe, expect, it } from "vitest";
import { barOf, curationAt, isUntouched, openText, untouched, waitOf } from "./curation.ts";

describe("a curation", () => {
  it("that says nothing is none", () => {
    expect(isUntouched(untouched)).toBe(true);
    expect(isUntouched({ ...untouched, aside: "off-topic" })).toBe(false);
  });

  it("ends where it was given an end", () => {
    const both = { ...untouched, pinned: 1, pinnedUntil: 10, slow: 30, slowUntil: 20, locked: true };
    expect(curationAt(both, 9)).toEqual(both);
    expect(curationAt(both, 10)).toEqual({ ...both, pinned: null, pinnedUntil: null });
    expect(curationAt(both, 20)).toEqual({ ...untouched, locked: true });
  });
});

describe("what shuts a place", () => {
  const open = { text: openText, above: [{ locked: false }] };
  it.each([
    ["nothing", open, null],
    ["the text", { ...open, text: { ...openText, locked: true } }, "text"],
    ["a note above", { ...open, above: [{ locked: false }, { locked: true }] }, "thread"],
    ["the hour before", { ...open, text: { ...openText, opensAt: 101 } }, "early"],
    ["the hour itself", { ...open, text: { ...openText, opensAt: 100, closesAt: 101 } }, null],
    ["the end", { ...open, text: { ...openText, closesAt: 100 } }, "late"],
  ] as const)("%s", (_, place, bar) => {
    expect(barOf(place, 100)).toBe(bar);
  });
});

describe("slow mode", () => {
  it.each([
    ["off", [null, null], 900, 0],
    ["first note", [30, null], null, 0],
    ["the slower of two counts", [30, 60], 1_000, 59_000],
    ["over", [30, null], -29_000, 0],
  ] as const)("%s", (_, slow, last, wait) => {
    expect(waitOf(slow, last, 2_000)).toBe(wait);
  });
});
