import { describe, expect, it } from "vitest";
import type { QueueRecord } from "#app/rooms/queue-room.ts";
import { sampleRow } from "./queue-row-sample.ts";
import { changedIds } from "./use-heard.ts";

const record = (changed: Partial<QueueRecord> = {}): QueueRecord => ({
  version: 1,
  target: "note",
  kinds: 1,
  priority: 1,
  opened: 0,
  due: 1_000,
  claim: null,
  assigned: null,
  escalated: false,
  ...changed,
});
const items = (entries: Readonly<Record<string, QueueRecord>>) => new Map(Object.entries(entries));
const rows = new Map([["a", sampleRow("a")]]);

describe("changedIds", () => {
  it.each([
    ["nothing while the room says what the page says", { a: record() }, new Map([["a", 1]]), []],
    ["a row that has another version", { a: record({ version: 2 }) }, new Map([["a", 1]]), ["a"]],
    ["a row that is no longer open", {}, new Map([["a", 1]]), ["a"]],
    ["an item that came in", { a: record(), b: record() }, new Map([["a", 1]]), ["b"]],
    ["nothing of other pages at first", { a: record(), b: record() }, null, []],
    ["what came in between page and room", { a: record(), b: record({ opened: 100 }) }, null, ["b"]],
    ["an item of another page that changed", { a: record(), b: record({ version: 2 }) }, new Map([["b", 1]]), ["b"]],
  ])("finds %s", (_, held, seen, expected) => {
    expect(changedIds(items(held), { seen, rows, loadedAt: 100 })).toEqual(expected);
  });
});
