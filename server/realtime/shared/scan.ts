/**
 * The first half of the gate: what can be said of an update without the page. It runs in a worker, since nobody knows
 * beforehand what an update costs to decode; the second half (inspect.ts) decodes only what has come through here.
 */
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { Refusal } from "./refusal.ts";

/** What one update may bring; an afternoon without a connection is some thousand parts, a pasted chapter some hundred. */
export const MAX_STRUCTS = 20_000;
/** Client ids of one update: one for each visit without a connection. */
const MAX_CLIENTS = 100;
const MAX_RANGES = 50_000;

/** Yjs writes client ids of 32 bits, and clocks must stay below 2^31 so that sums of them stay whole. */
const MAX_CLIENT = 0xffff_ffff;
const MAX_CLOCK = 2 ** 31;

/** Attributes are numbers, short texts or one flat object; deeper ones overflow the stack of whoever reads them. */
const MAX_VALUE_DEPTH = 2;
const MAX_VALUE_KEYS = 8;

/** What the second half needs to know: under which client ids the update writes, and how many parts it has. */
export type Scanned = { readonly clients: readonly number[]; readonly structs: number };

/** Reads an update (format 1) as Yjs would. Throws Refusal for everything that no honest client sends. */
export function scan(bytes: Uint8Array): Scanned {
  const { structs, ds } = decode(bytes);
  if (structs.length > MAX_STRUCTS) throw new Refusal("too-large", "structs");
  const clients = new Set<number>();
  for (const struct of structs) {
    clients.add(struct.id.client);
    scanStruct(struct);
  }
  // `applyUpdate` keeps the last of two blocks of one client, `decodeUpdate` gives both: such an update could not be judged.
  if (blockCount(bytes) !== clients.size) throw new Refusal("malformed", "blocks");
  if (clients.size > MAX_CLIENTS) throw new Refusal("too-large", "clients");
  scanDeletes(ds.clients);
  return { clients: [...clients], structs: structs.length };
}

function decode(bytes: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(bytes);
  } catch {
    throw new Refusal("malformed", "bytes");
  }
}

function scanStruct(struct: Y.Item | Y.GC | Y.Skip): void {
  const { id, length } = struct;
  if (!isWhole(id.client, MAX_CLIENT)) throw new Refusal("malformed", "client");
  if (!isWhole(id.clock, MAX_CLOCK) || !isWhole(length, MAX_CLOCK) || length < 1) {
    throw new Refusal("malformed", "length");
  }
  if (id.clock + length > MAX_CLOCK) throw new Refusal("malformed", "clock");
  if (struct instanceof Y.Item) scanContent(struct.content);
}

function scanContent(content: Y.Item["content"]): void {
  if (content instanceof Y.ContentAny) {
    for (const value of content.arr) if (!isPlain(value, MAX_VALUE_DEPTH)) throw new Refusal("shape", "value");
    return;
  }
  if (content instanceof Y.ContentFormat) {
    if (!isPlain(content.value, MAX_VALUE_DEPTH)) throw new Refusal("shape", "value");
    return;
  }
  const isKnown =
    content instanceof Y.ContentString || content instanceof Y.ContentType || content instanceof Y.ContentDeleted;
  if (!isKnown) throw new Refusal("shape", "content");
}

function scanDeletes(clients: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>): void {
  let ranges = 0;
  for (const [client, deletes] of clients) {
    if (!isWhole(client, MAX_CLIENT)) throw new Refusal("malformed", "client");
    ranges += deletes.length;
    for (const { clock, len } of deletes) {
      if (!isWhole(clock, MAX_CLOCK) || !isWhole(len, MAX_CLOCK) || len < 1 || clock + len > MAX_CLOCK) {
        throw new Refusal("malformed", "range");
      }
    }
  }
  if (ranges > MAX_RANGES) throw new Refusal("too-large", "ranges");
}

/** JSON of few levels: null, texts, whole and broken numbers, true and false, and flat objects of them. */
function isPlain(value: unknown, depth: number): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || depth === 0 || Object.getPrototypeOf(value) !== Object.prototype) return false;
  const entries = Object.entries(value);
  return entries.length <= MAX_VALUE_KEYS && entries.every(([, inner]) => isPlain(inner, depth - 1));
}

function isWhole(value: number, limit: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= limit;
}

function blockCount(bytes: Uint8Array): number {
  return decoding.readVarUint(decoding.createDecoder(bytes));
}
