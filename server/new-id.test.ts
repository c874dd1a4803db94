import { decodeTime, isValid } from "ulid";
import { expect, test } from "vitest";
import { idSource } from "./new-id.ts";

test("ids are ULIDs of their moment, and none comes twice", () => {
  const now = Date.UTC(2026, 0, 1);
  const newId = idSource(() => now);
  const ids = Array.from({ length: 1000 }, newId);
  expect(new Set(ids).size).toBe(1000);
  expect(ids.every(isValid)).toBe(true);
  expect(new Set(ids.map(decodeTime))).toEqual(new Set([now]));
});

test("every character of the random part comes up", () => {
  const newId = idSource(() => 0);
  const seen = Array.from({ length: 500 }, () => newId().slice(10)).join("");
  expect(new Set(seen).size).toBe(32);
});
