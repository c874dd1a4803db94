import type { Block } from "#app/domain/document/document.ts";

/** The citable number of the block at an offset, or null where the block has none. */
export function numberOf(blocks: readonly Block[], offset: number): number | null {
  return blocks.findLast(({ start }) => start <= offset)?.number ?? null;
}
