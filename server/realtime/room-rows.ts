import { setImmediate as nextTurn } from "node:timers/promises";
import type { FeedRow } from "#app/rooms/feed.ts";
import { Chunk, chunkStart } from "./chunk.ts";
import type { ChunkCache, ChunkOwner } from "./chunk-cache.ts";
import { encodeStructs, type Structs } from "./codec.ts";

/** Where rows come from: what is committed, and nothing else. */
export interface Feed {
  /** The room's epoch and last seq; null for a room that has no rows yet. */
  head(room: string): Promise<{ readonly epoch: number; readonly seq: number } | null>;
  /** Rows `from` to `to`, both included, in order. */
  rows(room: string, epoch: number, from: number, to: number): Promise<readonly FeedRow[]>;
}

/** Where whole chunks are kept over restarts; without it they are encoded anew. */
export interface Snapshots {
  /** The structs of the whole chunk that begins with row `first`, or null. */
  read(room: string, epoch: number, first: number): Promise<Structs | null>;
  /** Keeps a whole chunk in the background, unless a row was blanked that still has its value in these bytes. */
  keep(room: string, epoch: number, structs: Structs): void;
}

type Filling = { readonly chunk: Chunk; readonly done: Promise<void> };

/** Rows read and encoded in one turn of the event loop: about 3 ms. */
const FILL_ROWS = 250;

export type RoomRowsParts = {
  readonly room: string;
  readonly epoch: number;
  readonly feed: Feed;
  readonly cache: ChunkCache;
  readonly owner: ChunkOwner;
  readonly snapshots?: Snapshots | null;
};

/** One room's feed as encoded chunks, read when somebody needs them and kept in step with what is published. */
export class RoomRows {
  #seq = 0;
  #ready: Promise<void> | null = null;
  #chunks = new Map<number, Chunk>();
  #filling = new Map<number, Filling>();
  /** Rows superseded while chunks are being filled: what was read before that still has their values. */
  #late = new Set<number>();
  #unsent: Chunk | null = null;

  constructor(private readonly parts: RoomRowsParts) {}

  /** The last row there is; 0 before `ready` has resolved. */
  get seq(): number {
    return this.#seq;
  }

  /** True when nothing is kept or being read. */
  get isEmpty(): boolean {
    return this.#chunks.size === 0 && this.#filling.size === 0;
  }

  /** Resolves when the last row is known. Rejects when the feed cannot be read; the next call tries again. */
  ready(): Promise<void> {
    this.#ready ??= this.#readHead().catch((error: unknown) => {
      this.#ready = null;
      throw error;
    });
    return this.#ready;
  }

  /**
   * Takes over rows that were just committed; false when all were known. Values that they supersede are gone from every
   * chunk when this returns, also from those that wait to be sent.
   */
  take(rows: readonly FeedRow[]): boolean {
    const superseded = new Set(rows.map((row) => row.prev));
    const fresh = rows.filter((row) => row.seq > this.#seq);
    for (const seq of superseded) if (seq > 0) this.#blank(seq);
    const last = fresh.at(-1);
    if (last === undefined) return false;
    const structs = encodeStructs(fresh.map((row) => (superseded.has(row.seq) ? { ...row, value: null } : row)));
    const chunk = this.#chunks.get(chunkStart(structs.first));
    if (chunk !== undefined) {
      const wasWhole = chunk.last === chunk.limit;
      chunk.append(structs);
      this.#hold(chunk);
      if (!wasWhole) this.#keepWhole(chunk);
    }
    // What waits ends before these rows, unless the head was read in between: then whoever lacks rows is served from the feed.
    if (this.#unsent?.last !== structs.first - 1) this.#unsent = new Chunk(structs.first, Number.POSITIVE_INFINITY);
    this.#unsent.append(structs);
    this.#seq = last.seq;
    return true;
  }

  /** Hands out, once, the rows that were taken over since the last call; null when there are none. */
  takeUnsent(): Chunk | null {
    const unsent = this.#unsent;
    this.#unsent = null;
    return unsent;
  }

  /** The chunk that holds row `seq`, or null when `load` must read it first. */
  cached(seq: number): Chunk | null {
    const chunk = this.#chunks.get(chunkStart(seq));
    if (chunk === undefined || chunk.last < seq) return null;
    this.parts.cache.keep(chunk, this.parts.owner);
    return chunk;
  }

  /** Reads the chunk around row `seq`, once for all who wait for it. Rejects when the feed cannot be read. */
  load(seq: number): Promise<void> {
    const start = chunkStart(seq);
    const running = this.#filling.get(start);
    if (running !== undefined) return running.done;
    const chunk = this.#chunks.get(start) ?? new Chunk(start);
    this.#chunks.delete(start);
    this.parts.cache.drop(chunk);
    const done = this.#fill(chunk).finally(() => {
      this.#filling.delete(start);
      if (this.#filling.size === 0) this.#late.clear();
    });
    this.#filling.set(start, { chunk, done });
    return done;
  }

  /** Drops a chunk; it is read again when it is needed. */
  forget(chunk: Chunk): void {
    this.#chunks.delete(chunk.first);
  }

  /** Drops everything that is kept. */
  clear(): void {
    for (const chunk of this.#chunks.values()) this.parts.cache.drop(chunk);
    this.#chunks.clear();
    this.#unsent = null;
  }

  async #readHead(): Promise<void> {
    const { room, epoch, feed } = this.parts;
    const head = await feed.head(room);
    if (head !== null && head.epoch !== epoch) throw new Error(`${room} is in epoch ${head.epoch}`);
    this.#seq = Math.max(this.#seq, head?.seq ?? 0);
  }

  async #fill(chunk: Chunk): Promise<void> {
    const { room, epoch, feed, snapshots } = this.parts;
    const isWhole = chunk.last < chunk.first && chunk.limit <= this.#seq;
    const kept = isWhole && snapshots ? await snapshots.read(room, epoch, chunk.first) : null;
    if (kept !== null) {
      chunk.append(kept);
      for (const seq of this.#late) chunk.blank(seq);
      await nextTurn();
    }
    while (chunk.last < Math.min(chunk.limit, this.#seq)) {
      const from = chunk.last + 1;
      const to = Math.min(chunk.limit, this.#seq, chunk.last + FILL_ROWS);
      const rows = await feed.rows(room, epoch, from, to);
      if (rows[0]?.seq !== from) throw new Error(`${room} has no row ${from}`);
      chunk.append(encodeStructs(rows.map((row) => (this.#late.has(row.seq) ? { ...row, value: null } : row))));
      await nextTurn();
    }
    this.#hold(chunk);
    if (kept === null) this.#keepWhole(chunk);
  }

  #hold(chunk: Chunk): void {
    this.#chunks.set(chunk.first, chunk);
    this.parts.cache.keep(chunk, this.parts.owner);
  }

  #keepWhole(chunk: Chunk): void {
    const { room, epoch, snapshots } = this.parts;
    if (chunk.last === chunk.limit) snapshots?.keep(room, epoch, chunk.all());
  }

  #blank(seq: number): void {
    const start = chunkStart(seq);
    const filling = this.#filling.get(start);
    if (filling !== undefined) this.#late.add(seq);
    const chunk = filling?.chunk ?? this.#chunks.get(start);
    chunk?.blank(seq);
    this.#unsent?.blank(seq);
  }
}
