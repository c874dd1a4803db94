import { describe, expect, it } from "vitest";
import type { Note } from "./note.ts";
import { ThreadIndex } from "./thread-index.ts";

let age = 0;
function note(id: string, changed: Partial<Note> & { at?: readonly [number, number] } = {}): Note {
  const { at, ...rest } = changed;
  age += 1;
  return {
    id,
    root: rest.parent ?? id,
    parent: null,
    motivation: "commenting",
    status: "published",
    seat: "s",
    colour: "amber",
    target: at
      ? {
          source: "r",
          state: "exact",
          selector: [
            { type: "TextPositionSelector", start: at[0], end: at[1] },
            { type: "TextQuoteSelector", exact: "", prefix: "", suffix: "" },
          ],
        }
      : null,
    more: [],
    kind: null,
    tags: [],
    body: "words",
    created: age,
    edited: null,
    version: 1,
    placement: "everyone",
    among: [],
    reactions: {},
    curation: null,
    summary: null,
    said: null,
    delivery: "sent",
    refusal: null,
    ...rest,
  };
}
const said = (state: "open" | "answered") => ({ state, by: "s", answer: null, at: 1 });
const put = (index: ThreadIndex, ...notes: readonly Note[]) => index.update(notes.map((one) => [one.id, one] as const));
const order = (index: ThreadIndex) => index.list.map(({ id }) => id).join(" ");

describe("ThreadIndex", () => {
  it("orders by the text: the whole text first, then by start, the longer passage first", () => {
    const index = new ThreadIndex();
    put(index, note("late", { at: [50, 60] }), note("inner", { at: [10, 20] }), note("whole"));
    put(index, note("outer", { at: [10, 40] }), note("first", { at: [0, 5] }));
    expect(order(index)).toBe("whole first outer inner late");
  });

  it("gathers replies by age and waits for a first note that comes late", () => {
    const index = new ThreadIndex();
    put(index, note("r2", { parent: "a", created: 200 }), note("r1", { parent: "a", created: 100 }));
    expect(index.list).toEqual([]);
    put(index, note("a", { at: [1, 2] }));
    expect(index.thread("a")?.replies.map(({ id }) => id)).toEqual(["r1", "r2"]);
    expect(index.thread("a")?.latest).toBe(200);
  });

  it("follows notes from thread to thread: split, merged, and back", () => {
    const index = new ThreadIndex();
    const [reply, answer] = [note("r", { parent: "a", created: 5 }), note("s", { parent: "r", root: "a", created: 6 })];
    put(index, note("a", { at: [1, 2] }), note("b", { at: [3, 4], created: 9 }), reply, answer);
    put(index, { ...reply, root: "r", parent: null }, { ...answer, root: "r" });
    expect(index.thread("a")?.replies).toEqual([]);
    expect(index.thread("r")?.replies.map(({ id }) => id)).toEqual(["s"]);
    const changed = put(index, { ...reply, root: "b", parent: "b" }, { ...answer, root: "b" });
    expect([...changed].sort()).toEqual(["b", "r"]);
    expect(index.thread("r")).toBeNull();
    expect(index.thread("b")).toMatchObject({ latest: 9, replies: [{ id: "r" }, { id: "s" }] });
    put(index, reply, answer);
    expect(order(index)).toBe("a b");
    expect(index.thread("a")?.replies).toHaveLength(2);
  });

  it("keeps a tombstone while replies stand under it", () => {
    const index = new ThreadIndex();
    put(index, note("a", { at: [1, 2] }), note("r", { parent: "a" }));
    put(index, note("a", { at: [1, 2], status: "deleted", body: "" }));
    expect(order(index)).toBe("a");
    index.update([["r", null]]);
    expect(order(index)).toBe("");
    expect(index.note("a")).not.toBeNull();
  });

  it("keeps the tombstone of a reply while another stands under it", () => {
    const index = new ThreadIndex();
    const gone = { status: "deleted", body: "" } as const;
    put(index, note("a"), note("r", { parent: "a", ...gone }), note("s", { parent: "r", root: "a" }));
    expect(index.thread("a")?.replies.map(({ id }) => id)).toEqual(["r", "s"]);
    put(index, note("s", { parent: "r", root: "a", ...gone }));
    expect(index.thread("a")?.replies).toEqual([]);
  });

  it("touches only what changed", () => {
    const index = new ThreadIndex();
    put(index, note("a", { at: [1, 2] }), note("b", { at: [3, 4] }));
    const before = index.thread("a");
    expect([...put(index, note("r", { parent: "b" }))]).toEqual(["b"]);
    expect(index.thread("a")).toBe(before);
    const list = index.list;
    index.update([]);
    expect(index.list).toBe(list);
  });

  it("moves a thread whose passage changed", () => {
    const index = new ThreadIndex();
    put(index, note("a", { at: [1, 2] }), note("b", { at: [3, 4] }));
    put(index, note("a", { at: [9, 12] }));
    expect(order(index)).toBe("b a");
  });

  it.each([
    ["nothing was said of it", null, true],
    ["it was opened again", said("open"), true],
    ["it was answered", said("answered"), false],
  ])("tells whether a question is open: %s", (_, thread, open) => {
    const index = new ThreadIndex();
    put(index, note("q", { motivation: "questioning", said: thread }), note("y", { parent: "q", seat: "t" }));
    expect(index.thread("q")?.isOpenQuestion).toBe(open);
  });

  it("looks at no note again when others come among 10,000", () => {
    const index = new ThreadIndex();
    let looks = 0;
    const counted = (id: string, at: readonly [number, number]) => {
      const one = note(id, { at });
      const { target } = one;
      return Object.defineProperty(one, "target", {
        get: () => {
          looks += 1;
          return target;
        },
      });
    };
    put(index, ...Array.from({ length: 10_000 }, (_, i) => counted(`n${i}`, [i * 7, i * 7 + 5])));
    const [first, before] = [index.list[0], looks];
    for (let i = 0; i < 100; i += 1) put(index, counted(`m${i}`, [i * 500 + 1, i * 500 + 3]));
    // A thread reads its place when it is built; building all of them took 10 ms for each note that came.
    expect((looks - before) / 100).toBe(before / 10_000);
    expect(index.list[0]).toBe(first);
    expect(index.list).toHaveLength(10_100);
  });
});
