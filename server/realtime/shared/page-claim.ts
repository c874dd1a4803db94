import type { PageCursor, PagePlace, PagePresence } from "#app/rooms/shared-page.ts";
import { PAGE } from "#app/rooms/shared-page.ts";

const MAX_CLIENT = 0xffff_ffff;
const MAX_CLOCK = 2 ** 31;

/** What a writer says of itself, checked: where its cursor is, and nothing else; who it is we say. Null for what is no state. */
export function readPageClaim(state: unknown, seat: string): Omit<PagePresence, "seat"> | null {
  if (typeof state !== "object" || state === null || Array.isArray(state)) return null;
  return { cursor: "cursor" in state ? readCursor(state.cursor) : null, user: { seat } };
}

function readCursor(value: unknown): PageCursor {
  if (typeof value !== "object" || value === null || !("anchor" in value) || !("head" in value)) return null;
  const [anchor, head] = [readPlace(value.anchor), readPlace(value.head)];
  return anchor === null || head === null ? null : { anchor, head };
}

/** A relative position of Yjs: beside an item, or at the end of a node or of the page. */
function readPlace(value: unknown): PagePlace | null {
  if (typeof value !== "object" || value === null) return null;
  const { type, tname, item, assoc }: { type?: unknown; tname?: unknown; item?: unknown; assoc?: unknown } = value;
  const [typeId, itemId] = [readId(type), readId(item)];
  const side = typeof assoc === "number" && assoc < 0 ? -1 : 0;
  if (itemId === null && typeId === null && tname !== PAGE) return null;
  return {
    ...(typeId === null ? {} : { type: typeId }),
    ...(tname === PAGE ? { tname } : {}),
    ...(itemId === null ? {} : { item: itemId }),
    assoc: side,
  };
}

function readId(value: unknown): { readonly client: number; readonly clock: number } | null {
  if (typeof value !== "object" || value === null) return null;
  const { client, clock }: { client?: unknown; clock?: unknown } = value;
  return isWhole(client, MAX_CLIENT) && isWhole(clock, MAX_CLOCK) ? { client, clock } : null;
}

function isWhole(value: unknown, limit: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= limit;
}
