/**
 * Rooms under any interleaving of writes, arrivals, questions, departures, slow feeds and slow readers: who stays ends byte-equal to the
 * replay, and no frame that is written after a value was superseded carries it.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { ANNOTATIONS } from "#app/rooms/reading-room.ts";
import { ChunkCache } from "#server/realtime/chunk-cache.ts";
import { encodeRows } from "#server/realtime/codec.ts";
import { defaultLimits } from "#server/realtime/limits.ts";
import type { Reader } from "#server/realtime/live-room.ts";
import type { Timer } from "#server/realtime/pace.ts";
import { Room } from "#server/realtime/room.ts";
import { MemoryFeed, MemorySnapshots } from "#tests/integration/realtime-memory.ts";

const numRuns = Number(process.env.RUNS ?? 40);

type Step =
  | { readonly do: "write"; readonly keys: readonly number[] }
  | { readonly do: "come" | "ask" | "go"; readonly who: number }
  | { readonly do: "wait"; readonly turns: number };

const who = fc.integer({ min: 0, max: 3 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant("write" as const),
        keys: fc.array(fc.nat(30), { minLength: 1, maxLength: 4 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom("come" as const, "ask" as const, "ask" as const, "go" as const),
        who,
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("wait" as const), turns: fc.integer({ min: 1, max: 6 }) }) },
  ),
  { minLength: 30, maxLength: 80 },
);

/** Rows that are there before: none, some, and sizes around and across the border between chunks. */
const before = fc.constantFrom(0, 3, 240, 990, 1400);
const delays = fc.infiniteStream(fc.integer({ min: 0, max: 4 }));
/** What writing to one reader takes, in milliseconds: nothing, so that each commit goes out at once, or enough to rest after it. */
const costs = fc.constantFrom(0, 1, 10);

test("whoever stays has the replay, and nothing superseded travels", async () => {
  await fc.assert(
    fc.asyncProperty(
      steps,
      before,
      delays,
      costs,
      fc.integer({ min: 0, max: 3 }),
      async (plan, size, delay, cost, dice) => {
        const bench = new Bench(delay, cost, dice === 0 ? 1 : defaultLimits.cacheBytes);
        for (let i = 0; i < size; i++) bench.write([i % 700]);
        for (const step of plan) await bench.take(step);
        for (let i = 0; i < 4; i++) await bench.take({ do: "ask", who: i });
        await bench.settle();
      },
    ),
    { numRuns },
  );
});

class Bench {
  readonly feed = new MemoryFeed();
  readonly room: Room;
  readonly readers = new Map<number, FakeReader>();
  readonly superseded = new Set<string>();
  readonly failures: unknown[] = [];
  #latest = new Map<number, string>();
  written = 0;
  time = 0;
  /** A call later comes after some turns, whatever it is asked for. */
  readonly timer: Timer = {
    now: () => this.time,
    after: (milliseconds, run) => {
      let cancelled = false;
      void this.pause().then(() => {
        this.time += milliseconds;
        if (!cancelled) run();
      });
      return () => {
        cancelled = true;
      };
    },
  };

  constructor(
    private readonly delay: fc.Stream<number>,
    readonly cost: number,
    cacheBytes: number,
  ) {
    this.feed.hold = () => this.pause();
    const failed = (_: string, error: unknown): void => void this.failures.push(error);
    const { feed, timer } = this;
    const snapshots = new MemorySnapshots(feed);
    const parts = {
      feed,
      snapshots,
      timer,
      cache: new ChunkCache(cacheBytes),
      limits: defaultLimits,
      clock: () => 0,
      failed,
    };
    this.room = new Room("room", 1, parts);
  }

  /** One commit of several commands; a key may occur twice. */
  write(keys: readonly number[]): void {
    const rows = keys.flatMap((key) => {
      const old = this.#latest.get(key);
      if (old !== undefined) this.superseded.add(old);
      const value = `<<${++this.written}>>`;
      this.#latest.set(key, value);
      return this.feed.append("room", { [`key-${key}`]: value }).rows;
    });
    this.room.publish(rows);
  }

  async take(step: Step): Promise<void> {
    if (step.do === "write") this.write(step.keys);
    else if (step.do === "wait") for (let i = 0; i < step.turns; i++) await nextTurn();
    else if (step.do === "go") this.#go(step.who);
    else this.#come(step.who, step.do === "ask");
  }

  async pause(): Promise<void> {
    for (let turns = this.delay.next().value ?? 0; turns > 0; turns--) await nextTurn();
  }

  async settle(): Promise<void> {
    for (let i = 0; i < 2000 && ![...this.readers.values()].every((reader) => reader.has(this.written)); i++) {
      await nextTurn();
    }
    const rows = await this.feed.rows("room", 1, 1, this.written);
    const replay = new Y.Doc();
    Y.applyUpdate(replay, encodeRows(rows));
    expect(this.failures).toEqual([]);
    for (const reader of this.readers.values()) {
      expect(reader.synced).toBe(true);
      expect(reader.doc.store.pendingStructs).toBeNull();
      expect(Y.encodeStateAsUpdate(reader.doc)).toEqual(Y.encodeStateAsUpdate(replay));
    }
  }

  #come(id: number, asks: boolean): void {
    const reader = this.readers.get(id) ?? new FakeReader(this);
    if (!this.readers.has(id)) this.room.join(reader);
    this.readers.set(id, reader);
    if (asks) this.room.answer(reader, Y.getState(reader.doc.store, 1));
  }

  #go(id: number): void {
    const reader = this.readers.get(id);
    if (reader === undefined) return;
    this.room.leave(reader);
    reader.gone = true;
    this.readers.delete(id);
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
  synced = false;
  gone = false;

  constructor(private readonly bench: Bench) {
    this.doc.getMap(ANNOTATIONS);
  }

  affordsSync(): boolean {
    return true;
  }

  has(seq: number): boolean {
    return this.synced && Y.getState(this.doc.store, 1) === seq;
  }

  write(...parts: readonly Uint8Array[]): void {
    this.bench.time += this.bench.cost;
    const frame = Buffer.concat(parts);
    expect(this.gone).toBe(false);
    const values = frame.toString("latin1").match(/<<\d+>>/g) ?? [];
    expect(values.filter((value) => this.bench.superseded.has(value))).toEqual([]);
    const message = frame.subarray(frame[1] === 127 ? 10 : frame[1] === 126 ? 4 : 2);
    if (message[1] === 1) this.synced = true;
    Y.applyUpdate(this.doc, updateOf(message));
    // A gap would leave structs waiting: rows come in order, none missing.
    expect(this.doc.store.pendingStructs).toBeNull();
  }

  async drained(): Promise<void> {
    await this.bench.pause();
  }

  end(code: number): void {
    this.bench.failures.push(`closed with ${code}`);
  }
}

/** The update in a sync message: it follows the two types and its length. */
function updateOf(message: Buffer): Uint8Array {
  let at = 2;
  while ((message[at] ?? 0) >= 128) at++;
  return message.subarray(at + 1);
}
