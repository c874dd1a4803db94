import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { arrange, type Opened, type Row, rowsBetween, wouldMove } from "./arrange.ts";
import type { Item } from "./margin-solver.ts";
import type { View } from "./use-viewport.ts";

/** A card to be placed; `isOthers` is true for what came from somebody else and must not push what is being read. */
export type Placed = {
  readonly id: string;
  readonly anchor: number;
  readonly guess: number;
  readonly isOthers: boolean;
};

export type MarginInput = {
  readonly placed: readonly Placed[];
  readonly opened: Opened;
  readonly view: View;
  /** Changes with everything that the reader did and that may move cards: focus, filters, the composer, the layout. */
  readonly cause: string;
};

export type Margin = {
  readonly rows: readonly Row[];
  readonly height: number;
  /** New cards that would have moved others; each waits as a small sign at its line until the reader takes it in. */
  readonly waiting: readonly Placed[];
  readonly letIn: () => void;
};

const NOTHING: ReadonlySet<string> = new Set();

/** Places the cards, measures those that are on the page, and keeps what the reader sees where it is. */
export function useMargin(ref: RefObject<HTMLElement>, { placed, opened, view, cause }: MarginInput): Margin {
  const heights = useHeights(ref);
  const [held, setHeld] = useState(NOTHING);

  const all = useMemo(() => {
    const items: Item[] = placed
      .filter(({ id }) => !held.has(id))
      .map(({ id, anchor, guess }) => ({ id, anchor, height: heights.get(slotName(id, opened)) ?? guess }));
    return arrange(items, opened);
  }, [placed, opened, held, heights]);

  const ids = useMemo(() => new Set(placed.map(({ id }) => id)), [placed]);
  const before = useRef<{ rows: readonly Row[]; ids: ReadonlySet<string>; cause: string; top: number } | null>(null);
  useLayoutEffect(() => {
    const seen = { top: view.top, bottom: view.top + view.height };
    const last = before.current;
    const hasActed = last === null || last.cause !== cause;
    if (!hasActed && last.top === view.top) {
      const added = placed.filter(({ id, isOthers }) => isOthers && !last.ids.has(id) && !held.has(id));
      if (added.length > 0 && wouldMove(last.rows, all, seen)) {
        setHeld(new Set([...held, ...added.map(({ id }) => id)]));
        return;
      }
    }
    if (hasActed && last !== null) animate(ref.current);
    before.current = { rows: all, ids, cause, top: view.top };
    if (held.size === 0) return;
    const stillSeen = placed.filter(({ id, anchor }) => held.has(id) && anchor >= seen.top && anchor <= seen.bottom);
    if (hasActed || stillSeen.length === 0) setHeld(NOTHING);
  }, [ref, all, placed, ids, held, cause, view]);

  return {
    rows: useMemo(() => rowsBetween(all, view.top - view.height / 2, view.top + 1.5 * view.height), [all, view]),
    height: (all.at(-1)?.top ?? 0) + (all.at(-1)?.height ?? 0),
    waiting: useMemo(() => placed.filter(({ id }) => held.has(id)), [placed, held]),
    letIn: useCallback(() => {
      animate(ref.current);
      before.current = null;
      setHeld(NOTHING);
    }, [ref]),
  };
}

/** The slot of a row: a card that is open has another height than the same card closed, and neither is the other's guess. */
export function slotName(id: string, opened: Opened): string {
  return id === opened?.id ? `open:${id}` : id;
}

/** Heights of the slots (`data-slot`), read before each paint and when one of them changes by itself. */
function useHeights(ref: RefObject<HTMLElement>): ReadonlyMap<string, number> {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const observer = useRef<ResizeObserver | null>(null);
  const observed = useRef(new WeakSet<Element>());
  const known = useRef(heights);
  const read = useCallback(() => {
    const changed = new Map<string, number>();
    for (const slot of ref.current?.querySelectorAll<HTMLElement>("[data-slot]") ?? []) {
      const id = slot.dataset.slot ?? "";
      // Observing anew reports at once, which would go on for ever.
      if (observer.current !== null && !observed.current.has(slot)) {
        observed.current.add(slot);
        observer.current.observe(slot);
      }
      if (known.current.get(id) !== slot.offsetHeight) changed.set(id, slot.offsetHeight);
    }
    if (changed.size === 0) return;
    known.current = new Map([...known.current, ...changed]);
    setHeights(known.current);
  }, [ref]);
  useLayoutEffect(() => {
    observer.current = new ResizeObserver(read);
    return () => {
      observer.current?.disconnect();
      observer.current = null;
      observed.current = new WeakSet();
    };
  }, [read]);
  useLayoutEffect(read);
  return heights;
}

/** Cards glide for the 180 ms after the reader did something; at all other times they jump unseen or stay. */
function animate(margin: HTMLElement | null): void {
  if (margin === null) return;
  margin.dataset.moving = "";
  setTimeout(() => delete margin.dataset.moving, 240);
}
