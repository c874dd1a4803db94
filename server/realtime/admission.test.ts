import { expect, test } from "vitest";
import { Admission } from "./admission.ts";
import { defaultLimits } from "./limits.ts";

test("slots are given back, and upgrades come back with time", () => {
  let now = 0;
  const admission = new Admission({ ...defaultLimits, socketsPerSession: 2, upgradesPerSession: 3 }, () => now);
  expect(admission.reserve("s")).not.toBeNull();
  expect(admission.reserve("s")).not.toBeNull();
  expect(admission.reserve("s")).toBeNull();
  admission.release("s");
  expect(admission.reserve("s")).toBeNull();
  now = 20_000;
  expect(admission.reserve("s")).not.toBeNull();
  expect(admission.reserve("another")).not.toBeNull();
});

test("a sweep forgets who was quiet, and nobody who is connected or still limited", () => {
  let now = 0;
  const admission = new Admission({ ...defaultLimits, upgradesPerAddress: 1, upgradesPerSession: 1 }, () => now);
  expect([admission.tryAddress("a"), admission.tryAddress("a")]).toEqual([true, false]);
  const budget = admission.reserve("s");
  admission.sweep();
  expect(admission.tryAddress("a")).toBe(false);
  now = 60_000;
  admission.sweep();
  expect(admission.tryAddress("a")).toBe(true);
  expect(admission.reserve("s")).toBe(budget);
  admission.release("s");
  admission.release("s");
  now = 120_000;
  admission.sweep();
  expect(admission.reserve("s")).not.toBe(budget);
});
