import { describe, expect, it } from "vitest";
import { afterAnswer, again, newEntry, nextToSend, type OutboxEntry } from "./outbox-entry.ts";
import { readAnswer } from "./read-answer.ts";

const entry = (changed: Partial<OutboxEntry> = {}): OutboxEntry => ({
  ...newEntry({
    id: "1",
    person: "p",
    document: "d",
    command: { verb: "delete", id: "a", document: "d" },
    givenAt: 10,
  }),
  ...changed,
});

describe("readAnswer", () => {
  it.each([
    ["stored", 200, { id: "a", version: 3 }, null, { kind: "done", result: { id: "a", version: 3 } }],
    ["a portal's page", 200, "<html>", null, { kind: "later", after: null }],
    ["signed out", 401, null, null, { kind: "signed-out" }],
    ["too many, in the body", 429, { retryAfter: 1500 }, "9", { kind: "later", after: 1500 }],
    ["too many, in the header", 429, null, "2", { kind: "later", after: 2000 }],
    ["read-only for a while", 423, { code: "locked", retryAfter: 60_000 }, "60", { kind: "later", after: 60_000 }],
    [
      "locked for good",
      423,
      { code: "locked", sentence: "Archived.", retryAfter: null },
      null,
      { kind: "refused", code: "locked", sentence: "Archived." },
    ],
    ["a broken server", 503, null, null, { kind: "later", after: null }],
    [
      "refused",
      409,
      { code: "conflict", sentence: "Changed." },
      null,
      { kind: "refused", code: "conflict", sentence: "Changed." },
    ],
    ["refused without a word", 400, "no", null, { kind: "refused", code: "400", sentence: expect.any(String) }],
  ])("%s", (_, status, body, retryAfter, expected) => {
    expect(readAnswer({ status, body, retryAfter })).toEqual(expected);
  });
});

describe("afterAnswer", () => {
  it("waits longer each time, up to half a minute, and spreads", () => {
    let now = entry();
    const delays: number[] = [];
    for (let i = 0; i < 9; i += 1) {
      now = afterAnswer(now, { kind: "later", after: null }, 0, 0);
      if (now.state.kind === "waiting") delays.push(now.state.notBefore);
    }
    expect(delays).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    expect(afterAnswer(entry(), { kind: "later", after: 1000 }, 0, 1).state).toMatchObject({ notBefore: 1500 });
  });

  it("keeps the words of a refused entry, and tries again when asked", () => {
    const refused = afterAnswer(entry(), { kind: "refused", code: "locked", sentence: "Locked." }, 0, 0);
    expect(refused).toMatchObject({ command: entry().command, state: { kind: "refused", sentence: "Locked." } });
    expect(nextToSend([refused])).toBeNull();
    expect(nextToSend([refused, entry({ id: "2" })])?.id).toBe("2");
    expect(nextToSend([again(refused)])?.id).toBe("1");
  });

  it("sends what was sent back to be looked at as looked at, and nothing else so", () => {
    const command = { verb: "reply", id: "n", document: "d", parent: "p", body: "Words" } as const;
    const refused = (code: string) => afterAnswer(entry({ command }), { kind: "refused", code, sentence: "" }, 0, 0);
    expect(again(refused("nudged")).command).toEqual({ ...command, nudged: true });
    expect(again(refused("locked")).command).toEqual(command);
  });

  it("changes nothing while signed out", () => {
    expect(afterAnswer(entry(), { kind: "signed-out" }, 5, 0)).toEqual(entry());
  });
});
