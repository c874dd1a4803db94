/** Whatever works do and whenever they come: the writer does them as if one after the other, and tells no lie about it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Effect, Store } from "#db/store.ts";
import { openTestDatabase } from "#db/test-database.ts";
import { makeWriter } from "#db/writer.ts";

const RUNS = Number(process.env.RUNS ?? 20);

const work = fc.record({
  fate: fc.oneof(
    { weight: 6, arbitrary: fc.constant("stays" as const) },
    { weight: 2, arbitrary: fc.constantFrom("throws" as const, "breaks a constraint" as const) },
    { weight: 1, arbitrary: fc.constant("loses the batch once" as const) },
  ),
  awaits: fc.nat(4),
  /** Turns of the event loop before it comes. */
  pause: fc.nat(2),
});
type Work = typeof work extends fc.Arbitrary<infer T> ? T : never;

const addGroup = (store: Store, id: string) =>
  store.groups.insert({ id, name: id, description: "", colourNames: {}, createdAt: 1 });

describe("the writer", () => {
  it("stores, publishes and answers exactly what stays, in order", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(work, { minLength: 1, maxLength: 60 }), async (works) => {
        const database = openTestDatabase();
        const stored = database.read.sqlite.prepare<[], string>("SELECT id FROM groups ORDER BY rowid").pluck();
        const published: string[] = [];
        const writer = makeWriter(database.write, {
          onCommit: (effects) => {
            for (const effect of effects) published.push(memberOf(effect));
            // K6: nothing goes out that another connection could not read by now.
            expect(stored.all()).toEqual(expect.arrayContaining(published));
          },
        });
        const lost = new Set<string>();
        const run = async ({ fate, awaits }: Work, id: string, store: Store) => {
          await addGroup(store, id);
          store.effect({ kind: "rights", members: [id] });
          for (let turn = 0; turn < awaits; turn += 1) expect(await store.groups.byId(id)).not.toBeNull();
          if (fate === "throws") throw new Error("no");
          if (fate === "breaks a constraint") await addGroup(store, id);
          if (fate === "loses the batch once" && !lost.has(id)) {
            lost.add(id);
            database.write.sqlite.exec("ROLLBACK");
            throw new Error("as a disk error does");
          }
          return id;
        };
        try {
          const answers: Promise<string | null>[] = [];
          for (const [index, one] of works.entries()) {
            for (let turn = 0; turn < one.pause; turn += 1) await new Promise((resolve) => setImmediate(resolve));
            const id = `g${index}`;
            const answer = writer.transact((store) => run(one, id, store));
            answers.push(
              answer.then(
                () => {
                  expect(stored.all()).toContain(id);
                  return id;
                },
                () => null,
              ),
            );
          }
          const answered = (await Promise.all(answers)).filter((id) => id !== null);
          expect(stored.all()).toEqual(answered);
          expect(published).toEqual(answered);
          const mustStay = works.flatMap(({ fate }, index) => (fate === "stays" ? [`g${index}`] : []));
          const mayFail = works.some(({ fate }) => fate === "loses the batch once");
          if (!mayFail) expect(answered).toEqual(mustStay);
        } finally {
          await writer.close();
          database.close();
        }
      }),
      { numRuns: RUNS },
    );
  });
});

function memberOf(effect: Effect): string {
  return effect.kind === "rights" ? (effect.members?.[0] ?? "") : "";
}
