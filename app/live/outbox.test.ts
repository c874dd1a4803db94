import { describe, expect, it } from "vitest";
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import { Outbox } from "./outbox.ts";
import type { Answer, OutboxEntry } from "./outbox-entry.ts";

const done = (id: string): Answer => ({ kind: "done", result: { id, version: 1 } });
const remove = (id: string): AnnotationCommand => ({ verb: "delete", id, document: "d" });

/** An outbox over a Map, with a server that answers from a list and a clock that only pauses move. */
function setUp(answers: readonly Answer[], kept = new Map<string, OutboxEntry>()) {
  const sent: string[] = [];
  const pauses: number[] = [];
  const left = [...answers];
  let now = 0;
  let ids = kept.size;
  let signedOut = false;
  const outbox = new Outbox({
    person: "p",
    store: {
      load: async () => [...kept.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
      put: async (entry) => void kept.set(entry.id, entry),
      remove: async (id) => void kept.delete(id),
    },
    send: async (command) => {
      sent.push(command.id);
      return left.shift() ?? done(command.id);
    },
    alone: (work) => work(),
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
      now += milliseconds;
    },
    clock: () => now,
    newId: () => {
      ids += 1;
      return String(ids);
    },
    random: () => 0,
    onChange: () => undefined,
    onSignedOut: (value) => {
      signedOut = value;
    },
    announce: () => undefined,
  });
  const states = () => [...kept.values()].map(({ state }) => state.kind);
  return { outbox, kept, sent, pauses, states, isSignedOut: () => signedOut };
}

describe("Outbox", () => {
  it("sends in order, one at a time", async () => {
    const { outbox, sent, states } = setUp([]);
    await Promise.all([outbox.give(remove("a")), outbox.give(remove("b")), outbox.give(remove("c"))]);
    await expect.poll(states).toEqual(["answered", "answered", "answered"]);
    expect(sent).toEqual(["a", "b", "c"]);
  });

  it("tries again after a lost network, as the server says or with longer pauses", async () => {
    const { outbox, sent, pauses, states } = setUp([
      { kind: "later", after: null },
      { kind: "later", after: null },
      { kind: "later", after: 7_000 },
    ]);
    await outbox.give(remove("a"));
    await expect.poll(states).toEqual(["answered"]);
    expect(sent).toEqual(["a", "a", "a", "a"]);
    expect(pauses).toEqual([500, 1_000, 7_000]);
  });

  it("goes on after a refusal and keeps the refused words", async () => {
    const { outbox, sent, states, kept } = setUp([{ kind: "refused", code: "locked", sentence: "Locked." }]);
    await outbox.give(remove("a"));
    await outbox.give(remove("b"));
    await expect.poll(states).toEqual(["refused", "answered"]);
    const refused = kept.get("1");
    if (refused === undefined) throw new Error("the refused entry is gone");
    await outbox.retry(refused);
    await expect.poll(states).toEqual(["answered", "answered"]);
    expect(sent).toEqual(["a", "b", "a"]);
  });

  it("waits for a sign-in, and sends once somebody is signed in again", async () => {
    const { outbox, sent, states, isSignedOut } = setUp([{ kind: "signed-out" }]);
    await outbox.give(remove("a"));
    await expect.poll(isSignedOut).toBe(true);
    expect(states()).toEqual(["waiting"]);
    await outbox.flush();
    expect(states()).toEqual(["answered"]);
    expect(isSignedOut()).toBe(false);
    expect(sent).toEqual(["a", "a"]);
  });

  it("sends after a reload what the last page left", async () => {
    const before = setUp([{ kind: "signed-out" }]);
    await before.outbox.give(remove("a"));
    const after = setUp([], before.kept);
    await after.outbox.flush();
    expect(after.sent).toEqual(["a"]);
    expect(after.states()).toEqual(["answered"]);
  });

  it("does not bring back what was discarded while it was under way", async () => {
    const { outbox, kept } = setUp([]);
    const id = await outbox.give(remove("a"));
    await outbox.discard(id);
    await outbox.flush();
    expect(kept.size).toBe(0);
  });
});
