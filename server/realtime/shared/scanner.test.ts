/** Promise: updates are read within bounds, and one that breaks them costs its sender, not those who stand behind it. */
import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { craft } from "./crafted.ts";
import { Scanner } from "./scanner.ts";

let scanner: Scanner;

afterEach(() => scanner.close());

const honest = (() => {
  const doc = new Y.Doc();
  doc.getXmlFragment("page").push([new Y.XmlElement("paragraph")]);
  return { client: doc.clientID, update: Y.encodeStateAsUpdate(doc) };
})();
const scanned = { clients: [honest.client], structs: 1 };

test("reads in a worker what an update is, and refuses what is none", async () => {
  scanner = new Scanner();
  expect(await scanner.scan(honest.update)).toEqual(scanned);
  await expect(scanner.scan(Uint8Array.of(1, 255, 255, 255, 14, 5, 0))).rejects.toMatchObject({ reason: "malformed" });
  const deep = `${"[".repeat(120_000)}${"]".repeat(120_000)}`;
  const nested = craft([{ client: 5, clock: 0, structs: [{ origin: [1, 1], content: { format: ["em", 0] } }] }]);
  // The value is JSON text: the crafted 0 is replaced by one that is nested 120,000 deep.
  const head = nested.subarray(0, nested.length - 3);
  const length = [...varUint(deep.length)];
  const bytes = Uint8Array.from([...head, ...length, ...Buffer.from(deep), 0]);
  await expect(scanner.scan(bytes)).rejects.toMatchObject({ name: "Refusal" });
  expect(await scanner.scan(honest.update)).toEqual(scanned);
});

test("ends a worker that takes too long or too much, and goes on with the next update", async () => {
  scanner = new Scanner({ entry: new URL("./stuck-worker.mjs", import.meta.url), timeLimit: 100 });
  const [endless, before, greedy, after] = await Promise.allSettled(
    ["endless", "fine", "greedy", "fine"].map((word) => scanner.scan(Buffer.from(word))),
  );
  for (const bad of [endless, greedy]) expect(bad).toMatchObject({ status: "rejected", reason: { reason: "overrun" } });
  for (const good of [before, after]) expect(good).toMatchObject({ status: "fulfilled" });
});

function varUint(value: number): number[] {
  return value < 128 ? [value] : [128 | (value % 128), ...varUint(Math.floor(value / 128))];
}
