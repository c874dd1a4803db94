/** From cards with lines and heights to rows of the margin. */
import { DRIFT, type Folded, foldDown, foldUp } from "./margin-folds.ts";
import { type Bounds, GAP, type Item, solve } from "./margin-solver.ts";

/** A card or, with `notes`, a chip that stands for so many cards. Pixels from the margin's top. */
export type Row = {
  readonly id: string;
  readonly top: number;
  readonly height: number;
  readonly notes: readonly string[] | null;
};

/** The card that is open; `isPinned` when it stands exactly at its line, which a note on the whole text does not have. */
export type Opened = { readonly id: string; readonly isPinned: boolean } | null;

/** Rows in text order. The others stand as near to their lines as the open card lets them. */
export function arrange(items: readonly Item[], opened: Opened): Row[] {
  const { items: shown, chips } = folded(items, opened);
  const tops = solve(
    shown,
    shown.map((item) => boundsOf(item, opened, chips.has(item.id))),
  );
  return shown.map(({ id, height }, i) => ({ id, height, top: tops[i] ?? 0, notes: chips.get(id) ?? null }));
}

function folded(items: readonly Item[], opened: Opened): Folded {
  const at = opened?.isPinned ? items.findIndex(({ id }) => id === opened.id) : -1;
  const pin = items[at];
  if (pin === undefined) return foldDown(items, 0, opened?.id ?? null);
  const above = foldUp(items.slice(0, at), pin.anchor);
  const below = foldDown(items.slice(at + 1), pin.anchor + pin.height + GAP, null);
  return { items: [...above.items, pin, ...below.items], chips: new Map([...above.chips, ...below.chips]) };
}

function boundsOf({ id, anchor }: Item, opened: Opened, isChip: boolean): Bounds {
  const isOpen = id === opened?.id;
  if (isOpen && opened?.isPinned) return { low: anchor, high: anchor };
  if (isOpen || isChip) return { low: 0, high: Number.POSITIVE_INFINITY };
  return { low: Math.max(0, anchor - DRIFT), high: anchor + DRIFT };
}

/** Rows that touch the stretch between two heights. */
export function rowsBetween(rows: readonly Row[], top: number, bottom: number): Row[] {
  return rows.filter((row) => row.top + row.height >= top && row.top <= bottom);
}

/** True when a row that was on screen would stand elsewhere or go into a chip; 1 px is rounding. */
export function wouldMove(before: readonly Row[], now: readonly Row[], seen: { top: number; bottom: number }): boolean {
  const tops = new Map(now.map(({ id, top }) => [id, top]));
  const folded = new Set(now.flatMap(({ notes }) => notes ?? []));
  return rowsBetween(before, seen.top, seen.bottom).some((row) => {
    const top = tops.get(row.id);
    return top === undefined ? folded.has(row.id) : Math.abs(top - row.top) > 1;
  });
}
