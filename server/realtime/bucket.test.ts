import { expect, test } from "vitest";
import { Bucket } from "./bucket.ts";

test("gives the burst at once, the rate after that, and never more than the burst", () => {
  const bucket = new Bucket({ rate: 2, burst: 3 }, 0);
  const takes: [at: number, count: number, given: boolean][] = [
    [0, 3, true],
    [0, 1, false],
    [499, 1, false],
    [500, 1, true],
    [1500, 2, true],
    [60_000, 4, false],
    [60_000, 3, true],
    [60_000, 1, false],
  ];
  for (const [at, count, given] of takes) expect([at, count, bucket.take(count, at)]).toEqual([at, count, given]);
});

test("is full again when it has earned everything back, and a clock that goes back earns nothing", () => {
  const bucket = new Bucket({ rate: 1, burst: 2 }, 1000);
  expect(bucket.isFull(1000)).toBe(true);
  bucket.take(2, 1000);
  expect(bucket.take(1, 0)).toBe(false);
  expect(bucket.isFull(1500)).toBe(false);
  expect(bucket.isFull(4000)).toBe(true);
});
