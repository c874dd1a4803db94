/** Which cards of a crowded margin are folded into chips: as few as possible, and only those that have no room near their lines. */
import { GAP, type Item } from "./margin-solver.ts";

/** A card further than this from its line no longer belongs to it for the eye: about one screen, in pixels. */
export const DRIFT = 800;
export const CHIP_HEIGHT = 28;
/**
 * A chip of so many takes in what follows until cards stand at their lines again. Else, with ten notes on each line, every
 * card would stand a whole screen below its own.
 */
const CROWD = 8;

export type Folded = {
  /** Cards to be shown, with chips among them whose id is `fold:` and the first note that they stand for. */
  readonly items: readonly Item[];
  readonly chips: ReadonlyMap<string, readonly string[]>;
};

/** Folds from the top down; `open` is shown in any case. */
export function foldDown(items: readonly Item[], cursor: number, open: string | null): Folded {
  const rows = walk(items, { cursor, ceiling: Number.POSITIVE_INFINITY, open });
  return named(rows);
}

/** Folds from a fixed card upwards, as a mirror image: what has no room below the margin's top, the furthest first. */
export function foldUp(items: readonly Item[], bottom: number): Folded {
  const mirror = ({ id, anchor, height }: Item): Item => ({ id, height, anchor: -anchor - height });
  const rows = walk(items.map(mirror).reverse(), { cursor: GAP - bottom, ceiling: 0, open: null });
  return named(rows.map(({ item, ids }) => ({ item: mirror(item), ids: ids?.toReversed() ?? null })).reverse());
}

/** A card, or with `ids` a chip. */
type Walked = { readonly item: Item; readonly ids: string[] | null };

type Limits = { readonly cursor: number; readonly ceiling: number; readonly open: string | null };

/** Puts each card as early as its drift allows, so that whatever can be shown is. */
function walk(items: readonly Item[], { cursor: start, ceiling, open }: Limits): Walked[] {
  const rows: Walked[] = [];
  let cursor = start;
  for (const item of items) {
    const top = Math.max(cursor, item.anchor - DRIFT);
    const run = rows.at(-1)?.ids ?? null;
    const limit = run !== null && run.length >= CROWD ? 0 : DRIFT;
    const fits = top - item.anchor <= limit && top + item.height <= ceiling;
    if (fits || item.id === open) {
      rows.push({ item, ids: null });
      cursor = top + item.height + GAP;
    } else if (run !== null) run.push(item.id);
    else {
      rows.push({ item: { ...item, height: CHIP_HEIGHT }, ids: [item.id] });
      cursor = makeRoom(rows, cursor, ceiling) + CHIP_HEIGHT + GAP;
    }
  }
  return rows;
}

/** A chip at the margin's end needs room itself: it takes in the cards before it until it has some. Gives its place. */
function makeRoom(rows: Walked[], cursor: number, ceiling: number): number {
  let top = cursor;
  for (;;) {
    const chip = rows.at(-1);
    const before = rows.at(-2);
    if (chip?.ids == null || before === undefined || top + CHIP_HEIGHT <= ceiling) return top;
    rows.splice(-2, 2, { item: chip.item, ids: [...(before.ids ?? [before.item.id]), ...chip.ids] });
    top -= before.item.height + GAP;
  }
}

function named(rows: readonly Walked[]): Folded {
  const chips = new Map<string, readonly string[]>();
  const items = rows.map(({ item, ids }) => {
    if (ids === null) return item;
    const id = `fold:${ids[0]}`;
    chips.set(id, ids);
    return { ...item, id };
  });
  return { items, chips };
}
