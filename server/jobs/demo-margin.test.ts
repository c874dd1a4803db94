import { describe, expect, it } from "vitest";
import type { SeedNote } from "#db/seed/shape.ts";
import { marginEvents } from "./demo-margin.ts";

const text = "A wall is a fact.\nA window is a question.";
const blocks = [
  { n: 1, number: 1, kind: "paragraph", level: null, start: 0, end: 17 },
  { n: 2, number: 2, kind: "paragraph", level: null, start: 18, end: 41 },
] as const;

function note(over: Partial<SeedNote>): SeedNote {
  return { key: "k", by: "lena", quote: null, colour: "amber", kind: "note", body: "Hm.", minutesAgo: 10, ...over };
}

function events(...notes: readonly SeedNote[]) {
  const ids = ["N1", "N2", "N3"].values();
  const revision = { id: "R", text, blocks };
  return marginEvents({
    document: "D",
    revision,
    notes,
    now: 600_000,
    newId: () => ids.next().value ?? "",
    mention: (key) => `@[${key}](seat:S)`,
  });
}

describe("the demo's margin", () => {
  it("comes in the order of time, each reply under its root", () => {
    const first = note({ minutesAgo: 9, replies: [{ by: "jonas", body: "Yes.", minutesAgo: 2 }] });
    const made = events(first, note({ minutesAgo: 5, kind: "question" }));
    expect(made.map(({ at, by, command }) => [at, by, command.verb, command.id])).toEqual([
      [60_000, "lena", "publish", "N1"],
      [300_000, "lena", "publish", "N3"],
      [480_000, "jonas", "reply", "N2"],
    ]);
    expect(made[2]?.command).toMatchObject({ parent: "N1" });
  });

  it("names people, and goes on with reactions and answers", () => {
    const replies = [
      { by: "jonas", body: "No.", minutesAgo: 4, answers: true, reactions: { endorse: ["tea"] } },
    ] as const;
    const made = events(note({ kind: "question", body: "Well, @{jonas}?", reactions: { agree: ["hana"] }, replies }));
    expect(made.map(({ by, command }) => [by, command.verb])).toEqual([
      ["lena", "publish"],
      ["hana", "react"],
      ["jonas", "reply"],
      ["tea", "react"],
      ["lena", "answer"],
    ]);
    expect(made[0]?.command).toMatchObject({ body: "Well, @[jonas](seat:S)?" });
    expect(made[4]?.command).toMatchObject({ id: "N1", by: "N2" });
  });

  it("targets the quoted passage with its context and block", () => {
    const [event] = events(note({ quote: "window" }));
    expect(event?.block).toBe(2);
    expect(event?.command).toMatchObject({
      placement: "everyone",
      target: {
        source: "R",
        selector: [
          { start: 20, end: 26 },
          { exact: "window", prefix: "A wall is a fact.\nA ", suffix: " is a question." },
        ],
      },
    });
  });

  it("keeps private notes on the desk, and notes on the whole text without a target", () => {
    const [event] = events(note({ private: true }));
    expect(event?.command).toMatchObject({ placement: "me", target: null });
  });

  it.each(["door", "is a"])("refuses the quotation %j", (quote) => {
    expect(() => events(note({ quote }))).toThrow(quote);
  });
});
