/** A client can say anything and write nothing (Y1–Y4): the room, and everybody else in it, stays as it was. */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { readClientMessage } from "#server/realtime/wire.ts";
import { eventually, notesOf, startRealtime, step1, varUint } from "./realtime-harness.ts";

const forged = forgery();
const numRuns = Number(process.env.RUNS ?? 20_000);

const mutation = fc.record({
  at: fc.nat(200),
  drop: fc.nat(3),
  put: fc.array(fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 1, 127, 128, 255)), { maxLength: 4 }),
});

const cases: readonly [string, readonly number[], number | "stays"][] = [
  ["an update with a forged note", [0, 2, ...varUint(forged.length), ...forged], 4422],
  ["an update that poisons the server's clock", [0, 2, 10, 1, 1, 1, 1, 0, 0x80, 0x89, 0x7a, 0, 0], 4422],
  ["an update cut short", [0, 2, 255], 4422],
  ["a step 2 with a forged note", [0, 1, ...varUint(forged.length), ...forged], "stays"],
  ["a step 2 cut short", [0, 1, 255], "stays"],
  ["an unknown sync type", [0, 9], 4422],
  ["a state vector cut short", [0, 0, 5, 1], 4422],
  ["a state vector with more entries than bytes", [0, 0, 2, 60, 1], 4422],
  ["a state vector of 2^50 clients", [0, 0, 9, 255, 255, 255, 255, 255, 255, 255, 3, 0], 4422],
  ["a number without end", [0, 0, ...Array<number>(40).fill(255)], 4422],
  ["bytes after the state vector", [0, 0, 1, 0, 0], 4422],
  ["an empty frame", [], 4422],
  ["half a number", [128], 4422],
  ["an auth message", [2, 0, 1, 65], "stays"],
  ["a presence query", [3], "stays"],
  ["a Hocuspocus opcode", [5, 1, 2, 3], "stays"],
  ["presence cut short", [1, 20, 1], 4422],
  ["presence that is no JSON", [1, 5, 1, 9, 1, 1, 123], 4422],
];

test.each(cases)("%s", async (_, bytes, outcome) => {
  const { join, provider, write, errors } = await startRealtime();
  write({ a: "as it was" });
  const bert = provider("bert");
  await eventually(() => expect(bert.synced).toBe(true));
  const anna = await join("anna");
  anna.ws.send(Buffer.from(bytes));
  if (outcome === "stays") {
    anna.ws.send(step1());
    await eventually(() => expect(anna.frames.at(-1)).toEqual(Buffer.from([0, 1, 2, 0, 0])));
  } else {
    expect((await anna.closed).code).toBe(outcome);
  }
  write({ b: "after it" });
  await eventually(() => expect(notesOf(bert)).toEqual({ a: "as it was", b: "after it" }));
  expect(errors).toEqual([]);
});

test("a stock provider whose document is written to is closed, and nobody gets its words", async () => {
  const { provider } = await startRealtime();
  const [anna, bert] = [provider("anna"), provider("bert")];
  await eventually(() => expect(anna.synced && bert.synced).toBe(true));
  const told = new Promise((resolve) => anna.on("closed", resolve));
  anna.doc.getMap("annotations").set("forged", "by anna");
  expect(await told).toEqual({ code: 4422, reason: "" });
  expect(notesOf(bert)).toEqual({});
});

test("mutated frames are read without a throw or a hang", () => {
  const frames = [...cases.map(([, bytes]) => bytes), [...step1(77)], [1, 8, 1, 7, 1, 4, 110, 117, 108, 108]];
  fc.assert(
    fc.property(fc.constantFrom(...frames), fc.array(mutation), (frame, mutations) => {
      const bytes = [...frame];
      for (const { at, drop, put } of mutations) bytes.splice(at % (bytes.length + 1), drop, ...put);
      const message = readClientMessage(Uint8Array.from(bytes));
      if (message.kind === "step1") expect(Number.isSafeInteger(message.clock)).toBe(true);
    }),
    { numRuns },
  );
});

test("a live socket under mutated frames ends or stays; the room goes on", async () => {
  const limits = { upgradesPerSession: 1e6, messages: { rate: 1e6, burst: 1e6 }, syncs: { rate: 1e6, burst: 1e6 } };
  const { join, provider, write, errors } = await startRealtime(limits);
  const bert = provider("bert");
  await eventually(() => expect(bert.synced).toBe(true));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...cases), mutation), { minLength: 1 }), async (sent) => {
      const { ws, closed } = await join("anna");
      for (const [[, frame], { at, drop, put }] of sent) {
        const bytes = [...frame];
        bytes.splice(at % (bytes.length + 1), drop, ...put);
        ws.send(Buffer.from(bytes));
      }
      ws.close();
      await closed;
    }),
    { numRuns: Math.ceil(numRuns / 400) },
  );
  write({ a: "alive" });
  await eventually(() => expect(notesOf(bert)).toEqual({ a: "alive" }));
  expect(errors).toEqual([]);
});

function forgery(): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap("annotations").set("forged", { body: "by somebody else" });
  return Y.encodeStateAsUpdate(doc);
}
