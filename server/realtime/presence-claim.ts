import type { PresenceClaim } from "#app/rooms/presence.ts";

const MAX_OFFSET = 2 ** 31;
const rootId = /^(new|[0-9A-HJKMNP-TV-Z]{26})$/;

/** The known fields of a state that a client announced, each null where it is missing or wrong; null for no object. */
export function readClaim(state: unknown): PresenceClaim | null {
  if (typeof state !== "object" || state === null || Array.isArray(state)) return null;
  const { selection, block, typing }: { selection?: unknown; block?: unknown; typing?: unknown } = state;
  return {
    selection: readSelection(selection),
    block: isOffset(block) ? block : null,
    typing: typeof typing === "string" && rootId.test(typing) ? typing : null,
  };
}

function readSelection(value: unknown): PresenceClaim["selection"] {
  if (typeof value !== "object" || value === null) return null;
  const { start, end }: { start?: unknown; end?: unknown } = value;
  return isOffset(start) && isOffset(end) && start < end ? { start, end } : null;
}

function isOffset(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < MAX_OFFSET;
}
