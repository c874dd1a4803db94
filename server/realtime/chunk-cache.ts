import type { Chunk } from "./chunk.ts";

/** Whose a chunk is. */
export interface ChunkOwner {
  /** True while somebody reads the room. */
  readonly isOpen: boolean;
  /** Called when the cache needs the chunk's memory; the owner drops it. */
  forget(chunk: Chunk): void;
}

type Kept = { readonly owner: ChunkOwner; size: number };

/** What an entry costs beside its bytes: without it a million empty rooms would count as nothing. */
const ENTRY_BYTES = 512;

/** Bounds the memory of encoded rows over all rooms: empty rooms go first, then what was not read for longest. */
export class ChunkCache {
  #kept = new Map<Chunk, Kept>();
  #bytes = 0;

  /** @param limit in bytes */
  constructor(private readonly limit: number) {}

  /** Memory counted, in bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Notes that a chunk was used or has another size now, and makes room for it. */
  keep(chunk: Chunk, owner: ChunkOwner): void {
    this.drop(chunk);
    const size = chunk.size + ENTRY_BYTES;
    this.#kept.set(chunk, { owner, size });
    this.#bytes += size;
    while (this.#bytes > this.limit && this.#kept.size > 1) this.#evict(chunk);
  }

  /** Takes a chunk out of the count. */
  drop(chunk: Chunk): void {
    this.#bytes -= this.#kept.get(chunk)?.size ?? 0;
    this.#kept.delete(chunk);
  }

  #evict(spared: Chunk): void {
    let victim: [Chunk, Kept] | null = null;
    for (const entry of this.#kept) {
      if (entry[0] === spared) continue;
      victim ??= entry;
      if (entry[1].owner.isOpen) continue;
      victim = entry;
      break;
    }
    if (victim === null) return;
    this.drop(victim[0]);
    victim[1].owner.forget(victim[0]);
  }
}
