/** Two tabs of one person share a store and a lock; what one of them sends, the other does not. */
import { expect, it } from "vitest";
import type { AnnotationCommand } from "#app/domain/annotation/command.ts";
import { Outbox } from "./outbox.ts";
import type { Answer, OutboxEntry } from "./outbox-entry.ts";

const remove = (id: string): AnnotationCommand => ({ verb: "delete", id, document: "d" });

/** A store and a lock as one browser has them, and the requests that reached the server from any tab. */
function browser(answer: (id: string) => Answer) {
  const kept = new Map<string, OutboxEntry>();
  const reached: string[] = [];
  const waiting: (() => void)[] = [];
  let isHeld = false;
  let ids = 0;
  let now = 0;

  const alone = async (work: () => Promise<void>) => {
    if (isHeld) await new Promise<void>((go) => waiting.push(go));
    isHeld = true;
    await work().finally(() => {
      isHeld = false;
      waiting.shift()?.();
    });
  };
  const passes = async (milliseconds: number) => {
    now += milliseconds;
  };
  const tab = (pause: (milliseconds: number) => Promise<void> = passes) => {
    let shown: readonly OutboxEntry[] = [];
    const outbox = new Outbox({
      person: "p",
      store: {
        load: async () => [...kept.values()].sort((a, b) => Number(a.id) - Number(b.id)),
        put: async (entry) => void kept.set(entry.id, entry),
        remove: async (id) => void kept.delete(id),
      },
      send: async ({ id }) => {
        reached.push(id);
        return answer(id);
      },
      ...{ alone, pause },
      clock: () => now,
      newId: () => {
        ids += 1;
        return String(ids);
      },
      random: () => 0,
      onChange: (entries) => {
        shown = entries;
      },
      onSignedOut: () => undefined,
      announce: () => undefined,
    });
    return { outbox, shown: () => shown };
  };
  return { tab, reached, kept, isHeld: () => isHeld };
}

const done = (id: string): Answer => ({ kind: "done", result: { id, version: 1 } });

it("sends each once, in order, however many tabs try", async () => {
  const { tab, reached, kept } = browser(done);
  const tabs = [tab(), tab(), tab()];
  await Promise.all(tabs.map(({ outbox }, n) => outbox.give(remove(`note ${n}`))));
  await Promise.all(tabs.map(({ outbox }) => outbox.flush()));
  await expect.poll(() => [...kept.values()].map(({ state }) => state.kind)).toEqual(Array(3).fill("answered"));
  expect(reached).toEqual(["note 0", "note 1", "note 2"]);
});

it("does not keep other tabs out while it waits for its next try", async () => {
  let isAway = true;
  const { tab, reached, isHeld } = browser((id) => (isAway ? { kind: "later", after: null } : done(id)));
  // In the background a timer may take a minute.
  const hidden = tab(() => new Promise(() => undefined));
  await hidden.outbox.give(remove("a note"));
  await expect.poll(() => [reached.length, isHeld()]).toEqual([1, false]);
  isAway = false;
  await tab().outbox.flush();
  expect(reached).toEqual(["a note", "a note"]);
});

it("shows a refusal in a tab that did not send", async () => {
  const { tab } = browser(() => ({ kind: "refused", code: "locked", sentence: "This text is archived." }));
  const [one, two] = [tab(), tab()];
  await one.outbox.give(remove("a note"));
  const refused = { kind: "refused", code: "locked", sentence: "This text is archived." };
  await expect
    .poll(async () => {
      await two.outbox.refresh();
      return two.shown().map(({ state }) => state);
    })
    .toEqual([refused]);
});
