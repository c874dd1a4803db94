import { MAX_PREVIEW, type PresenceClaim } from "#app/rooms/presence.ts";

const MAX_OFFSET = 2 ** 31;
/** Control characters, halves of characters, and those that turn the direction of the line around them. */
const unseen = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;
const rootId = /^(new|[0-9A-HJKMNP-TV-Z]{26})$/;

/** The known fields of a state that a client announced, each null where it is missing or wrong; null for no object. */
export function readClaim(state: unknown): PresenceClaim | null {
  if (typeof state !== "object" || state === null || Array.isArray(state)) return null;
  const { selection, block, typing, preview }: Readonly<Partial<Record<keyof PresenceClaim, unknown>>> = state;
  const place = typeof typing === "string" && rootId.test(typing) ? typing : null;
  return {
    selection: readSelection(selection),
    block: isOffset(block) ? block : null,
    typing: place,
    preview: place === null ? null : readPreview(preview),
  };
}

/** One line without control characters; null for anything else, and for what is longer than it may be. */
function readPreview(value: unknown): string | null {
  if (typeof value !== "string" || unseen.test(value)) return null;
  return value.trim() !== "" && Buffer.byteLength(JSON.stringify(value)) <= MAX_PREVIEW ? value : null;
}

function readSelection(value: unknown): PresenceClaim["selection"] {
  if (typeof value !== "object" || value === null) return null;
  const { start, end }: { start?: unknown; end?: unknown } = value;
  return isOffset(start) && isOffset(end) && start < end ? { start, end } : null;
}

function isOffset(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < MAX_OFFSET;
}
