import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "#db/test-database.ts";
import { CURRENT_EPOCH, feedRepository } from "./feed.ts";

let database: TestDatabase;
let feed: ReturnType<typeof feedRepository>;

beforeEach(() => {
  database = openTestDatabase();
  feed = feedRepository(database.write.db);
});
afterEach(() => database.close());

const set = (key: string, value: string) => ({ map: "annotations" as const, key, value });
const row = (seq: number, key: string, prev: number, value: string | null) => ({
  seq,
  map: "annotations",
  key,
  prev,
  value,
});

describe("the feed", () => {
  it("makes the room with its first row and counts from 1 in each room", async () => {
    expect(await feed.head("r")).toBeNull();
    expect(await feed.append("r", [set("a", "1"), set("b", "2")])).toEqual({
      epoch: CURRENT_EPOCH,
      rows: [row(1, "a", 0, "1"), row(2, "b", 0, "2")],
    });
    expect((await feed.append("q", [set("a", "9")])).rows).toEqual([row(1, "a", 0, "9")]);
    expect(await feed.head("r")).toEqual({ epoch: CURRENT_EPOCH, seq: 2 });
  });

  it("names the row that a row supersedes, and blanks that one", async () => {
    await feed.append("r", [set("a", '"first"'), set("b", "true")]);
    expect((await feed.append("r", [set("a", "null")])).rows).toEqual([row(3, "a", 1, "null")]);
    expect(await feed.rows("r", CURRENT_EPOCH, 1, 3)).toEqual([
      row(1, "a", 0, null),
      row(2, "b", 0, "true"),
      row(3, "a", 1, "null"),
    ]);
    expect(await feed.rows("r", CURRENT_EPOCH, 2, 2)).toEqual([row(2, "b", 0, "true")]);
  });

  it("does so within one call too", async () => {
    const { rows } = await feed.append("r", [set("a", '"first"'), set("a", '"second"')]);
    expect(rows).toEqual([row(1, "a", 0, null), row(2, "a", 1, '"second"')]);
    expect(rows).toEqual(await feed.rows("r", CURRENT_EPOCH, 1, 9));
  });

  it("tells what keys are now, and keeps silent about those that never were", async () => {
    await feed.append("r", [set("a", "1"), set("b", "2"), set("a", "null")]);
    expect(await feed.latest("r", "annotations", ["a", "b", "c"])).toEqual(
      new Map([
        ["a", "null"],
        ["b", "2"],
      ]),
    );
    expect(await feed.latest("nowhere", "annotations", ["a"])).toEqual(new Map());
  });
});

describe("a snapshot of rows", () => {
  const kept = (first: number, last: number) => ({
    first,
    last,
    bytes: Buffer.from("rows"),
    ends: Buffer.from("ends"),
  });
  const room = { room: "r", epoch: CURRENT_EPOCH, blanked: 0 };

  it("is there until a row in it is blanked", async () => {
    await feed.append("r", [set("a", "1"), set("b", "2"), set("c", "3")]);
    await feed.keepSnapshot(room, kept(1, 2));
    await feed.keepSnapshot(room, kept(3, 3));
    await feed.append("r", [set("c", "4")]);
    expect(await feed.snapshot("r", CURRENT_EPOCH, 1)).toEqual(kept(1, 2));
    expect(await feed.snapshot("r", CURRENT_EPOCH, 3)).toBeNull();
  });

  it("is not kept when a row was blanked while it was made", async () => {
    await feed.append("r", [set("a", "1"), set("b", "2")]);
    await feed.append("r", [set("a", "null")]);
    await feed.keepSnapshot(room, kept(1, 2));
    expect(await feed.snapshot("r", CURRENT_EPOCH, 1)).toBeNull();
    await feed.keepSnapshot({ ...room, blanked: 1 }, kept(1, 2));
    expect(await feed.snapshot("r", CURRENT_EPOCH, 1)).toEqual(kept(1, 2));
  });
});
