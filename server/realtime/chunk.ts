import { blankStruct, type Structs } from "./codec.ts";

/** Rows in one chunk: chunk k holds rows 1,000 k + 1 … 1,000 (k + 1). */
export const CHUNK_ROWS = 1000;

/** A cut ends when it has this many bytes: about 400 notes, 16 ms of a client's main thread. */
const CUT_BYTES = 256 * 1024;

/** The first row of the chunk that holds row `seq`. */
export function chunkStart(seq: number): number {
  return seq - ((seq - 1) % CHUNK_ROWS);
}

/**
 * The encoded structs of consecutive rows. Bytes that were handed out may still wait in a socket's queue, so they are never
 * written again: appending uses room behind them or a new buffer, blanking always a new buffer.
 */
export class Chunk {
  #buffer: Uint8Array = new Uint8Array(0);
  #ends: number[] = [];

  /**
   * @param first the first row's seq
   * @param limit the last row that it may hold
   */
  constructor(
    readonly first: number,
    readonly limit: number = chunkStart(first) + CHUNK_ROWS - 1,
  ) {}

  /** Seq of the last row held, `first - 1` while there is none. */
  get last(): number {
    return this.first + this.#ends.length - 1;
  }

  /** Memory held, in bytes. */
  get size(): number {
    return this.#buffer.length + 8 * this.#ends.length;
  }

  /** Adds the rows that follow the last one; others are not taken. */
  append(structs: Structs): void {
    if (structs.first !== this.last + 1) return;
    const used = this.#used;
    const count = Math.min(structs.ends.length, this.limit - this.last);
    const bytes = structs.bytes.subarray(0, structs.ends[count - 1] ?? 0);
    // The first ones are taken as they are: there is no room behind them, so nothing is ever written into them.
    if (used === 0) this.#buffer = bytes;
    else this.#add(bytes, used);
    for (const end of structs.ends.slice(0, count)) this.#ends.push(used + end);
  }

  /** All rows held. */
  all(): Structs {
    return { first: this.first, ends: this.#ends.slice(), bytes: this.#buffer.slice(0, this.#used) };
  }

  /** Takes the value of a superseded row out of the bytes. */
  blank(seq: number): void {
    const index = seq - this.first;
    const end = this.#ends[index];
    if (end === undefined) return;
    const start = this.#ends[index - 1] ?? 0;
    const blanked = blankStruct(this.#buffer.subarray(start, end));
    const saved = end - start - blanked.length;
    const buffer = new Uint8Array(this.#used - saved);
    buffer.set(this.#buffer.subarray(0, start));
    buffer.set(blanked, start);
    buffer.set(this.#buffer.subarray(end, this.#used), start + blanked.length);
    this.#buffer = buffer;
    for (let i = index; i < this.#ends.length; i++) this.#ends[i] = (this.#ends[i] ?? 0) - saved;
  }

  /** The structs from row `seq` on, as many as one frame should carry, at least one. */
  cut(seq: number): Structs {
    const index = seq - this.first;
    const start = this.#ends[index - 1] ?? 0;
    const ends: number[] = [];
    for (let i = index; i < this.#ends.length; i++) {
      const end = (this.#ends[i] ?? 0) - start;
      if (ends.length > 0 && end > CUT_BYTES) break;
      ends.push(end);
    }
    return { first: seq, ends, bytes: this.#buffer.subarray(start, start + (ends.at(-1) ?? 0)) };
  }

  #add(bytes: Uint8Array, used: number): void {
    if (used + bytes.length > this.#buffer.length) {
      const grown = new Uint8Array(Math.max(used + bytes.length, Math.min(used * 2, used + CUT_BYTES)));
      grown.set(this.#buffer.subarray(0, used));
      this.#buffer = grown;
    }
    this.#buffer.set(bytes, used);
  }

  get #used(): number {
    return this.#ends.at(-1) ?? 0;
  }
}
