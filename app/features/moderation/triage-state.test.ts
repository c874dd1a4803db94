import { describe, expect, it } from "vitest";
import type { Looking } from "./matches.ts";
import { sampleRow as row } from "./queue-row-sample.ts";
import { nextOpen, nothingYet, stepFrom, type TriageEvent, type TriageState, triage } from "./triage-state.ts";

const looking: Looking = { view: "reported", filters: {}, viewer: "me", now: 500 };
const loaded = triage(nothingYet, { kind: "loaded", rows: [row("a"), row("b"), row("c"), row("d")] });
const following = (...events: readonly TriageEvent[]): TriageState => events.reduce(triage, loaded);
const heard = (...rows: readonly ReturnType<typeof row>[]): TriageEvent => ({
  kind: "heard",
  asked: rows.map(({ id }) => id),
  rows,
  looking,
});

describe("what comes in", () => {
  it("waits, the latest first, and stands above the others once it is asked for", () => {
    const waiting = following(heard(row("e")), heard(row("f")));
    expect(waiting.order).toEqual(["a", "b", "c", "d"]);
    expect(waiting.fresh).toEqual(["f", "e"]);
    const shown = triage(waiting, { kind: "show-fresh" });
    expect(shown.order).toEqual(["f", "e", "a", "b", "c", "d"]);
    expect(shown.fresh).toEqual([]);
  });

  it.each([
    ["belongs to another view", row("e", { kinds: ["rule"] })],
    ["was decided already", row("e", { state: "done" })],
    ["stands in the list", row("b")],
  ])("does not wait when it %s", (_, came) => {
    expect(following(heard(came)).fresh).toEqual([]);
  });

  it("waits no longer once somebody has decided it", () => {
    expect(following(heard(row("e")), heard(row("e", { state: "done" }))).fresh).toEqual([]);
  });
});

describe("what is decided", () => {
  const decided = following({ kind: "toggle", id: "b" }, heard(row("b", { state: "done", version: 2 })));

  it("stays in its place and can no longer be selected", () => {
    expect(decided.order).toEqual(["a", "b", "c", "d"]);
    expect(decided.rows.get("b")?.state).toBe("done");
    expect([...decided.selected]).toEqual([]);
  });

  it("goes when the focus moves elsewhere, not when it comes", () => {
    expect(triage(decided, { kind: "moved", to: "b", keepsDone: false }).order).toEqual(["a", "b", "c", "d"]);
    expect(triage(decided, { kind: "moved", to: "c", keepsDone: false }).order).toEqual(["a", "c", "d"]);
    expect(triage(decided, { kind: "moved", to: "c", keepsDone: true }).order).toEqual(["a", "b", "c", "d"]);
  });

  it("is passed over on the way to the next", () => {
    expect(nextOpen(decided, "a")).toBe("c");
    expect(nextOpen(decided, "d")).toBe("c");
    expect(nextOpen(following(heard(...["b", "c", "d"].map((id) => row(id, { state: "done" })))), "a")).toBeNull();
  });
});

it("drops what is none of the viewer's any more", () => {
  const gone = following({ kind: "toggle", id: "a" }, { kind: "heard", asked: ["a"], rows: [], looking });
  expect(gone.order).toEqual(["b", "c", "d"]);
  expect([...gone.selected]).toEqual([]);
});

describe("moving", () => {
  it.each([
    [null, 1, "a"],
    ["a", 1, "b"],
    ["d", 1, "d"],
    ["a", -1, "a"],
    ["gone", 1, "a"],
  ] as const)("from %s by %i leads to %s", (from, by, expected) => {
    expect(stepFrom(loaded, from, by)).toBe(expected);
  });
});

describe("selecting", () => {
  const chosen = (...events: readonly TriageEvent[]) => [...following(...events).selected].sort();

  it("goes on and off", () => {
    expect(chosen({ kind: "toggle", id: "a" }, { kind: "toggle", id: "c" })).toEqual(["a", "c"]);
    expect(chosen({ kind: "toggle", id: "a" }, { kind: "toggle", id: "a" })).toEqual([]);
  });

  it("covers a range from the last one, in both directions", () => {
    expect(chosen({ kind: "toggle", id: "b" }, { kind: "range", to: "d" })).toEqual(["b", "c", "d"]);
    expect(chosen({ kind: "toggle", id: "c" }, { kind: "range", to: "a" })).toEqual(["a", "b", "c"]);
    expect(chosen({ kind: "range", to: "b" })).toEqual(["b"]);
  });
});

it("appends more without doubling what is there", () => {
  expect(following({ kind: "more", rows: [row("d"), row("e")] }).order).toEqual(["a", "b", "c", "d", "e"]);
});
