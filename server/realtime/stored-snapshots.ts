/** Whole chunks in the database, so that a restart does not make readers wait for encoding. */
import type { Store, Transact } from "#db/store.ts";
import { countBlanked, type Structs } from "./codec.ts";
import type { Snapshots } from "./room-rows.ts";

/** Bytes of one end in a snapshot: a 32-bit little-endian integer. */
const END = 4;

/** Reads on the read-only connection; keeping waits for the writer, and nobody waits for keeping. */
export function storedSnapshots(
  read: Pick<Store, "feed">,
  transact: Transact,
  failed: (error: unknown) => void,
): Snapshots {
  return {
    async read(room, epoch, first) {
      const kept = await read.feed.snapshot(room, epoch, first);
      return kept === null ? null : { first, bytes: kept.bytes, ends: unpacked(kept.ends) };
    },
    keep(room, epoch, structs) {
      const { first, bytes } = structs;
      const kept = { first, last: first + structs.ends.length - 1, bytes, ends: packed(structs.ends) };
      const blanked = countBlanked(structs);
      transact((store) => store.feed.keepSnapshot({ room, epoch, blanked }, kept)).catch(failed);
    },
  };
}

function packed(ends: Structs["ends"]): Uint8Array {
  const bytes = Buffer.alloc(END * ends.length);
  for (const [i, end] of ends.entries()) bytes.writeUInt32LE(end, END * i);
  return bytes;
}

function unpacked(bytes: Uint8Array): Structs["ends"] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: view.length / END }, (_, i) => view.readUInt32LE(END * i));
}
