/** The y-websocket protocol in a room that clients write: here updates and state vectors have a meaning. */
import * as decoding from "lib0/decoding";
import {
  AWARENESS,
  type PresenceMessage,
  readPresence,
  STEP_1,
  STEP_2,
  SYNC,
  syncFrame,
  UPDATE,
} from "#server/realtime/wire.ts";

/** What a client may say in such a room. The bytes are as they came and not decoded. */
export type PageMessage =
  | { readonly kind: "step1" | "step2" | "update"; readonly bytes: Uint8Array }
  | { readonly kind: "violation" }
  | PresenceMessage;

const kinds = { [STEP_1]: "step1", [STEP_2]: "step2", [UPDATE]: "update" } as const;

/** Reads one message of a client. Never throws. */
export function readPageMessage(data: Uint8Array): PageMessage {
  try {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === AWARENESS) return readPresence(decoder);
    if (type !== SYNC) return { kind: "ignored" };
    const sync = decoding.readVarUint(decoder);
    if (sync !== STEP_1 && sync !== STEP_2 && sync !== UPDATE) return { kind: "violation" };
    // A copy: what goes to the worker would otherwise take the whole socket buffer along.
    const bytes = decoding.readVarUint8Array(decoder).slice();
    return decoding.hasContent(decoder) ? { kind: "violation" } : { kind: kinds[sync], bytes };
  } catch {
    return { kind: "violation" };
  }
}

/** A frame that asks a client for what is not known here; `vector` says what is. */
export function step1Frame(vector: Uint8Array): Buffer {
  return Buffer.concat(syncFrame(STEP_1, [vector]));
}

/** A frame that answers a first sync. */
export function step2FrameOf(update: Uint8Array): Buffer {
  return Buffer.concat(syncFrame(STEP_2, [update]));
}

/** A frame with a change. */
export function updateFrame(update: Uint8Array): Buffer {
  return Buffer.concat(syncFrame(UPDATE, [update]));
}
