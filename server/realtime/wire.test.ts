import { expect, test } from "vitest";
import { encodeStructs } from "./codec.ts";
import { presenceFrame, readClientMessage, rowsFrameParts, step2Frame } from "./wire.ts";

const messages: readonly [string, readonly number[], object][] = [
  ["step 1 of an empty document", [0, 0, 1, 0], { kind: "step1", clock: 0 }],
  ["step 1 that has 300 rows", [0, 0, 4, 1, 1, 0xac, 2], { kind: "step1", clock: 300 }],
  ["step 1 that knows other clients too", [0, 0, 5, 2, 9, 4, 1, 7], { kind: "step1", clock: 7 }],
  ["step 2", [0, 1, 2, 0, 0], { kind: "step2" }],
  ["an update", [0, 2, 2, 0, 0], { kind: "update" }],
  ["presence of one", [1, 6, 1, 7, 3, 2, 123, 125], { kind: "presence", client: 7, clock: 3, state: {} }],
  ["presence of none", [1, 1, 0], { kind: "ignored" }],
  ["presence of two", [1, 1, 2], { kind: "ignored" }],
  ["another type", [3], { kind: "ignored" }],
  ["a length beyond the frame", [1, 100, 1], { kind: "violation" }],
  ["a string beyond its message", [1, 5, 1, 7, 3, 100, 123, 125, 125, 125], { kind: "violation" }],
  ["65 clients", [0, 0, 1, 65], { kind: "violation" }],
  ["nothing", [], { kind: "violation" }],
];

test.each(messages)("%s", (_, bytes, message) => {
  // As in life: a view into a larger buffer, of which nothing else may be read.
  const pool = Buffer.alloc(1024, 0x2a);
  pool.set(bytes, 100);
  expect(readClientMessage(pool.subarray(100, 100 + bytes.length))).toEqual(message);
});

test("presence above 2 KiB is too large", () => {
  const body = [1, 7, 3, ...Array<number>(2048).fill(32)];
  const length = [128 | (body.length % 128), Math.floor(body.length / 128)];
  expect(readClientMessage(Uint8Array.from([1, ...length, ...body]))).toEqual({ kind: "too-large" });
});

test.each([
  [10, 2],
  [125, 4],
  [70_000, 10],
])("a value of %i bytes travels under a header of %i bytes", (size, header) => {
  const value = JSON.stringify("x".repeat(size));
  const frame = Buffer.concat(
    rowsFrameParts(encodeStructs([{ seq: 1, map: "annotations", key: "k", prev: 0, value }])),
  );
  expect(frame[0]).toBe(0x82);
  const length = { 2: frame[1], 4: frame.readUInt16BE(2), 10: Number(frame.readBigUInt64BE(2)) }[header];
  expect(length).toBe(frame.length - header);
});

test("fixed frames, byte by byte", () => {
  expect([...step2Frame]).toEqual([0x82, 5, 0, 1, 2, 0, 0]);
  expect([...presenceFrame([])]).toEqual([0x82, 3, 1, 1, 0]);
  const gone = presenceFrame([{ client: 7, clock: 3, state: null }]);
  expect([...gone]).toEqual([0x82, 10, 1, 8, 1, 7, 3, 4, 110, 117, 108, 108]);
});
