import { expect, test } from "vitest";
import { Chunk } from "./chunk.ts";
import { ChunkCache, type ChunkOwner } from "./chunk-cache.ts";

function owner(isOpen: boolean): ChunkOwner & { forgotten: number[] } {
  const forgotten: number[] = [];
  return { isOpen, forgotten, forget: ({ first }) => forgotten.push(first) };
}

/** A chunk of about `bytes` bytes, told apart by its first row. */
function chunk(first: number, bytes = 1000): Chunk {
  const filled = new Chunk(first);
  filled.append({ first, ends: [bytes], bytes: new Uint8Array(bytes) });
  return filled;
}

test("rooms that nobody reads go first, then what was not read for longest", () => {
  const cache = new ChunkCache(5000);
  const [open, empty] = [owner(true), owner(false)];
  const chunks = [1, 1001, 2001].map((first) => chunk(first));
  const [a, b] = chunks;
  if (a === undefined || b === undefined) throw new Error("two chunks");
  cache.keep(a, open);
  cache.keep(b, open);
  cache.keep(chunk(9001), empty);
  cache.keep(a, open);
  expect(empty.forgotten).toEqual([]);
  cache.keep(chunk(3001), open);
  expect([empty.forgotten, open.forgotten]).toEqual([[9001], []]);
  cache.keep(chunk(4001), open);
  expect(open.forgotten).toEqual([1001]);
  expect(cache.bytes).toBeLessThanOrEqual(5000);
});

test("what was just kept stays, however large, and a chunk that grew counts anew", () => {
  const cache = new ChunkCache(2000);
  const open = owner(true);
  const large = chunk(1, 100);
  cache.keep(large, open);
  const before = cache.bytes;
  large.append({ first: 2, ends: [5000], bytes: new Uint8Array(5000) });
  cache.keep(large, open);
  expect(cache.bytes).toBeGreaterThan(before + 5000);
  expect(open.forgotten).toEqual([]);
  cache.drop(large);
  expect(cache.bytes).toBe(0);
});
