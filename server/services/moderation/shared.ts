import type { PlacedAt } from "#app/rooms/projection.ts";

/** True for a note that others than its author and staff read: only such are judged, and only such leave the house. */
export function isShared(placements: readonly Pick<PlacedAt, "kind">[]): boolean {
  return placements.some(({ kind }) => kind !== "desk" && kind !== "staff");
}
