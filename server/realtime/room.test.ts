import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { FeedRow } from "#app/rooms/feed.ts";
import { ANNOTATIONS } from "#app/rooms/reading-room.ts";
import { ChunkCache } from "./chunk-cache.ts";
import { defaultLimits } from "./limits.ts";
import type { Reader } from "./live-room.ts";
import { ManualTimer } from "./manual-timer.ts";
import { Room } from "./room.ts";

/** Milliseconds that writing to one reader takes. */
const COST = 2;

class Bench {
  readonly timer = new ManualTimer();
  readonly rows: FeedRow[] = [];
  readonly room: Room;

  constructor() {
    const feed = {
      head: async () => ({ epoch: 1, seq: this.rows.length }),
      rows: async (_room: string, _epoch: number, from: number, to: number) => this.rows.slice(from - 1, to),
    };
    const cache = new ChunkCache(defaultLimits.cacheBytes);
    const failed = (_: string, error: unknown): void => {
      throw error;
    };
    const { timer } = this;
    this.room = new Room("room", 1, { feed, cache, limits: defaultLimits, clock: () => 0, timer, failed });
  }

  write(key: string, value: string): void {
    const prev = this.rows.findLast((row) => row.key === key)?.seq ?? 0;
    const before = this.rows[prev - 1];
    if (before !== undefined) this.rows[prev - 1] = { ...before, value: null };
    const row = { seq: this.rows.length + 1, map: ANNOTATIONS, key, prev, value: JSON.stringify(value) } as const;
    this.rows.push(row);
    this.room.publish([row]);
  }

  async reader(): Promise<FakeReader> {
    const reader = new FakeReader(this.timer);
    this.room.join(reader);
    this.room.answer(reader, 0);
    while (!reader.synced) await nextTurn();
    return reader;
  }
}

class FakeReader implements Reader {
  readonly session = "session";
  readonly seat = "seat";
  readonly member = "member";
  readonly showsPresence = false;
  readonly writes = false;
  readonly showsPreview = false;
  readonly doc = new Y.Doc();
  /** The frames with rows, as text. */
  readonly frames: string[] = [];
  synced = false;
  closed: number | null = null;

  constructor(private readonly timer: ManualTimer) {}

  affordsSync(): boolean {
    return true;
  }

  write(...parts: readonly Uint8Array[]): void {
    this.timer.time += COST;
    const frame = Buffer.concat(parts);
    const message = frame.subarray(frame[1] === 126 ? 4 : 2);
    if (message[1] === 1) this.synced = true;
    else this.frames.push(frame.toString("latin1"));
    Y.applyUpdate(this.doc, message.subarray((message[2] ?? 0) < 128 ? 3 : 4));
  }

  get notes(): Record<string, unknown> {
    return this.doc.getMap(ANNOTATIONS).toJSON();
  }

  async drained(): Promise<void> {}

  end(code: number): void {
    this.closed = code;
  }
}

test("a commit goes out in its turn to a room at rest", async () => {
  const bench = new Bench();
  const reader = await bench.reader();
  bench.write("a", "one");
  expect(reader.notes).toEqual({ a: "one" });
});

test("commits that come during the rest go out as one frame after it", async () => {
  const bench = new Bench();
  const reader = await bench.reader();
  for (const key of ["a", "b", "c", "d"]) bench.write(key, key);
  expect(reader.notes).toEqual({ a: "a" });
  bench.timer.advance(2 * COST - 1);
  expect(reader.frames).toHaveLength(1);
  bench.timer.advance(1);
  expect(reader.frames).toHaveLength(2);
  expect(reader.notes).toEqual({ a: "a", b: "b", c: "c", d: "d" });
});

test("a value that was superseded before the send is not in it", async () => {
  const bench = new Bench();
  const reader = await bench.reader();
  bench.write("a", "first");
  bench.write("b", "secret");
  bench.write("b", "shown");
  bench.timer.advance(100);
  expect(reader.notes).toEqual({ a: "first", b: "shown" });
  expect(reader.frames.join()).not.toContain("secret");
});

test("who comes during the rest gets everything at once, and nothing twice", async () => {
  const bench = new Bench();
  const first = await bench.reader();
  bench.write("a", "a");
  bench.write("b", "b");
  const second = await bench.reader();
  expect(second.notes).toEqual({ a: "a", b: "b" });
  bench.write("c", "c");
  bench.timer.advance(100);
  for (const reader of [first, second]) expect(reader.notes).toEqual({ a: "a", b: "b", c: "c" });
  expect(second.frames.filter((frame) => frame.includes("b"))).toHaveLength(1);
});

test("who left before the send gets nothing of it", async () => {
  const bench = new Bench();
  const [leaver, stayer] = [await bench.reader(), await bench.reader()];
  bench.write("a", "a");
  bench.write("b", "b");
  bench.room.leave(leaver);
  bench.timer.advance(100);
  expect(leaver.notes).toEqual({ a: "a" });
  expect(stayer.notes).toEqual({ a: "a", b: "b" });
});

test("an empty room sends nothing, and who comes back gets what was written", async () => {
  const bench = new Bench();
  const leaver = await bench.reader();
  bench.write("a", "a");
  bench.write("b", "b");
  bench.room.leave(leaver);
  bench.write("c", "c");
  bench.timer.advance(100);
  expect(leaver.notes).toEqual({ a: "a" });
  expect((await bench.reader()).notes).toEqual({ a: "a", b: "b", c: "c" });
});

test("a retired room closes its readers and sends nothing more", async () => {
  const bench = new Bench();
  const reader = await bench.reader();
  bench.write("a", "a");
  bench.write("b", "b");
  bench.room.retire(4409, "2");
  bench.timer.advance(100);
  expect(reader.closed).toBe(4409);
  expect(reader.notes).toEqual({ a: "a" });
});
