import { describe, expect, it } from "vitest";
import { isUnseen, type Known, knownOf, withReads, withSeen } from "./known.ts";

const note = (created: number, root = "r") => ({ root, created, status: "published" as const, body: "Words" });
const known: Known = { seenAt: 10, threads: new Map([["r", 20]]) };

describe("what is unseen", () => {
  it.each([
    ["older than the watermark", note(9, "x"), false],
    ["at the watermark", note(10, "x"), false],
    ["after it", note(11, "x"), true],
    ["in a thread that was seen until then", note(20), false],
    ["in a thread, later", note(21), true],
    ["a tombstone", { ...note(99), status: "deleted" as const, body: "" }, false],
  ])("%s", (_, given, expected) => {
    expect(isUnseen(known, given)).toBe(expected);
  });

  it("shrinks with what is seen here and elsewhere, and never grows again", () => {
    const here = withSeen(known, [{ root: "r", at: 15 }]);
    expect(here.threads.get("r")).toBe(20);
    const elsewhere = withReads(here, "text", new Map([["text", 30]]));
    expect(elsewhere.seenAt).toBe(30);
    expect(
      withReads(
        elsewhere,
        "text",
        new Map([
          ["text", 5],
          ["x", 40],
        ]),
      ),
    ).toMatchObject({ seenAt: 30 });
  });

  it("begins as the page came", () => {
    expect(knownOf({ seenAt: 3, read: [{ root: "r", at: 5 }] })).toEqual({ seenAt: 3, threads: new Map([["r", 5]]) });
  });
});
