import { describe, expect, it } from "vitest";
import { changeView, firstView, stepIn, type ViewChange, type ViewState } from "./view-state.ts";

const composing = {
  span: { start: 1, end: 5 },
  motivation: "commenting",
  colour: "amber",
  placement: "everyone",
  more: [],
  kind: null,
  tags: [],
} as const;

describe("changeView", () => {
  it.each<[string, Partial<ViewState>, ViewChange, Partial<ViewState>]>([
    [
      "opening a thread closes the composer",
      { composing: { ...composing, takesFocus: true } },
      { kind: "focus", id: "a" },
      { focus: "a", composing: null },
    ],
    ["closing a thread keeps the composer", { focus: "a" }, { kind: "focus", id: null }, { focus: null }],
    [
      "composing closes the thread",
      { focus: "a" },
      { kind: "compose", composing, takesFocus: true },
      { focus: null, composing: { ...composing, takesFocus: true } },
    ],
    ["a new search has not gone anywhere yet", { hit: 4 }, { kind: "filter", filter: { query: "wall" } }, { hit: -1 }],
    ["changing what is composed needs something composed", {}, { kind: "recompose", composing }, { composing: null }],
  ])("%s", (_, before, change, expected) => {
    expect(changeView({ ...firstView, ...before }, change)).toMatchObject(expected);
  });

  it("is the same view when nothing changes", () => {
    const view = { ...firstView, focus: "a", hover: "b" };
    expect(changeView(view, { kind: "focus", id: "a" })).toBe(view);
    expect(changeView(view, { kind: "hover", id: "b" })).toBe(view);
  });
});

describe("stepIn", () => {
  const ids = ["a", "b", "c"];
  it.each([
    [null, 1, "a"],
    [null, -1, "c"],
    ["a", 1, "b"],
    ["c", 1, "c"],
    ["a", -1, "a"],
    ["gone", 1, "a"],
  ] as const)("from %s by %i", (from, by, expected) => {
    expect(stepIn(ids, from, by)).toBe(expected);
  });
});
