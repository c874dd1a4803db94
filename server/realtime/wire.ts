/**
 * The y-websocket protocol as bytes, both ways. Frames to readers are made once and written to every socket as they are,
 * WebSocket header included (RFC 6455 §5.2, binary, unmasked).
 */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { FEED_CLIENT } from "#app/rooms/reading-room.ts";
import { emptyUpdate, type Structs, updateHead, updateTail } from "./codec.ts";

/** Types of messages, and of sync messages within the first (y-protocols 1.0). */
export const SYNC = 0;
export const AWARENESS = 1;
export const STEP_1 = 0;
export const STEP_2 = 1;
export const UPDATE = 2;

/** A reader's document knows a handful of clients; a longer state vector is an attack. */
const MAX_STATE_VECTOR = 64;

/** The most bytes that one person's presence may have, JSON of the state included. */
export const MAX_PRESENCE_BYTES = 2048;

/** What a client may say. `step2` carries nothing: it is never decoded. `ignored` is whatever has no meaning here. */
export type ClientMessage =
  | { readonly kind: "step1"; readonly clock: number }
  | { readonly kind: "step2" | "update" | "violation" }
  | PresenceMessage;

/** What an awareness message may be, in every kind of room. */
export type PresenceMessage =
  | { readonly kind: "ignored" | "too-large" }
  | { readonly kind: "presence"; readonly client: number; readonly clock: number; readonly state: unknown };

/** One entry of an awareness message; a null state removes the client. */
export type PresenceEntry = { readonly client: number; readonly clock: number; readonly state: string | null };

/** Reads one message of a client, never more of it than it may be long. Never throws. */
export function readClientMessage(data: Uint8Array): ClientMessage {
  try {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === SYNC) return readSync(decoder);
    if (type === AWARENESS) return readPresence(decoder);
    return { kind: "ignored" };
  } catch {
    return { kind: "violation" };
  }
}

/**
 * The parts of a frame with an update of these rows. The bytes of the rows are not copied: for a room of 27 MB that halves
 * the server's work.
 */
export function rowsFrameParts({ first, ends, bytes }: Structs): readonly Uint8Array[] {
  return syncFrame(UPDATE, [updateHead(first, ends.length), bytes, updateTail]);
}

/** The frame after which a client knows that it has everything. */
export const step2Frame = Buffer.concat(syncFrame(STEP_2, [emptyUpdate]));

/** A frame with the presence of these clients; of none, it only says that the server is there. */
export function presenceFrame(entries: readonly PresenceEntry[]): Buffer {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state ?? "null");
  }
  const body = encoding.toUint8Array(encoder);
  const head = encoding.createEncoder();
  encoding.writeVarUint(head, AWARENESS);
  encoding.writeVarUint(head, body.length);
  return Buffer.concat(webSocketFrame([encoding.toUint8Array(head), body]));
}

/** The parts of a frame with a sync message of that type. */
export function syncFrame(type: number, update: readonly Uint8Array[]): readonly Uint8Array[] {
  const head = encoding.createEncoder();
  encoding.writeVarUint(head, SYNC);
  encoding.writeVarUint(head, type);
  encoding.writeVarUint(head, byteLength(update));
  return webSocketFrame([encoding.toUint8Array(head), ...update]);
}

function webSocketFrame(payload: readonly Uint8Array[]): readonly Uint8Array[] {
  const length = byteLength(payload);
  const header = Buffer.alloc(length < 126 ? 2 : length < 65536 ? 4 : 10);
  header[0] = 0x82;
  if (length < 126) header[1] = length;
  else if (length < 65536) {
    header[1] = 126;
    header.writeUInt16BE(length, 2);
  } else {
    header[1] = 127;
    header.writeUIntBE(length, 4, 6);
  }
  return [header, ...payload];
}

function byteLength(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

function readSync(decoder: decoding.Decoder): ClientMessage {
  const type = decoding.readVarUint(decoder);
  if (type === STEP_2) return { kind: "step2" };
  if (type === UPDATE) return { kind: "update" };
  if (type !== STEP_1) return { kind: "violation" };
  const vector = decoding.createDecoder(decoding.readVarUint8Array(decoder));
  const size = decoding.readVarUint(vector);
  if (size > MAX_STATE_VECTOR || decoding.hasContent(decoder)) return { kind: "violation" };
  let clock = 0;
  for (let i = 0; i < size; i++) {
    const client = decoding.readVarUint(vector);
    const known = decoding.readVarUint(vector);
    if (client === FEED_CLIENT) clock = known;
  }
  return decoding.hasContent(vector) ? { kind: "violation" } : { kind: "step1", clock };
}

/** Reads an awareness message. Throws on what is none. */
export function readPresence(decoder: decoding.Decoder): PresenceMessage {
  const body = decoding.readVarUint8Array(decoder);
  const entries = decoding.createDecoder(body);
  const count = decoding.readVarUint(entries);
  // A stock provider sends on what it hears of others: those messages are honest, and nothing to us.
  if (count !== 1) return { kind: "ignored" };
  if (body.length > MAX_PRESENCE_BYTES) return { kind: "too-large" };
  const client = decoding.readVarUint(entries);
  const clock = decoding.readVarUint(entries);
  const state: unknown = JSON.parse(decoding.readVarString(entries));
  return { kind: "presence", client, clock, state };
}
