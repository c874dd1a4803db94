/**
 * The list as a moderator has it: what was loaded, what became of it since, and what came in. Nothing moves under the eyes:
 * what is new waits until it is asked for, and what is decided stays in its place until the focus goes elsewhere.
 */
import type { QueueRow } from "#app/context/queue.ts";
import { type Looking, matches } from "./matches.ts";

export type TriageState = {
  /** Ids as they stand in the list. */
  readonly order: readonly string[];
  readonly rows: ReadonlyMap<string, QueueRow>;
  /** Ids that came in since and wait to be shown, the latest first. */
  readonly fresh: readonly string[];
  readonly selected: ReadonlySet<string>;
  /** Where a range begins. */
  readonly pivot: string | null;
};

export type TriageEvent =
  | { readonly kind: "loaded"; readonly rows: readonly QueueRow[] }
  | { readonly kind: "more"; readonly rows: readonly QueueRow[] }
  /** `asked` is what the rows were asked for: an item without a row is none of the viewer's any more. */
  | {
      readonly kind: "heard";
      readonly asked: readonly string[];
      readonly rows: readonly QueueRow[];
      readonly looking: Looking;
    }
  | { readonly kind: "show-fresh" }
  | { readonly kind: "moved"; readonly to: string | null; readonly keepsDone: boolean }
  | { readonly kind: "toggle"; readonly id: string }
  | { readonly kind: "range"; readonly to: string }
  | { readonly kind: "select"; readonly ids: readonly string[] };

export const nothingYet: TriageState = {
  order: [],
  rows: new Map(),
  fresh: [],
  selected: new Set(),
  pivot: null,
};

/** The list after that happened. */
export function triage(state: TriageState, event: TriageEvent): TriageState {
  switch (event.kind) {
    case "loaded":
      return { ...nothingYet, order: event.rows.map(({ id }) => id), rows: byId(event.rows) };
    case "more": {
      const added = event.rows.filter(({ id }) => !state.order.includes(id));
      return {
        ...state,
        order: [...state.order, ...added.map(({ id }) => id)],
        rows: new Map([...state.rows, ...byId(added)]),
      };
    }
    case "heard":
      return heard(state, event);
    case "show-fresh":
      return { ...state, order: [...state.fresh, ...state.order], fresh: [] };
    case "moved":
      return event.keepsDone ? state : without(state, (row) => row.state === "done" && row.id !== event.to);
    case "toggle":
      return { ...state, selected: toggled(state.selected, event.id), pivot: event.id };
    case "range":
      return { ...state, selected: new Set([...state.selected, ...between(state, event.to)]), pivot: event.to };
    case "select":
      return { ...state, selected: new Set(event.ids), pivot: event.ids.at(-1) ?? null };
  }
}

/** The item so many places further on, or the end that is reached; the first where the focus is nowhere. */
export function stepFrom({ order }: TriageState, from: string | null, by: 1 | -1): string | null {
  const at = from === null ? -1 : order.indexOf(from);
  if (at < 0) return order[0] ?? null;
  return order[Math.min(order.length - 1, Math.max(0, at + by))] ?? null;
}

/** The next item that is open, below the one with the focus or else above it; null when all are done. */
export function nextOpen({ order, rows }: TriageState, from: string): string | null {
  const at = order.indexOf(from);
  const isOpen = (id: string) => id !== from && rows.get(id)?.state === "open";
  return order.slice(at + 1).find(isOpen) ?? order.slice(0, Math.max(0, at)).findLast(isOpen) ?? null;
}

function heard(state: TriageState, event: Extract<TriageEvent, { kind: "heard" }>): TriageState {
  const { asked, looking } = event;
  const news = byId(event.rows);
  const known = new Set([...state.order, ...state.fresh]);
  const lost = new Set(asked.filter((id) => !news.has(id)));
  const came = event.rows.filter((row) => !known.has(row.id) && row.state === "open" && matches(row, looking));
  const kept = [...news].filter(([id]) => known.has(id));
  const fresh = state.fresh.filter((id) => !lost.has(id) && news.get(id)?.state !== "done");
  return {
    ...without(state, ({ id }) => lost.has(id)),
    rows: new Map([...state.rows, ...kept, ...byId(came)]),
    fresh: [...came.map(({ id }) => id).reverse(), ...fresh],
    selected: new Set([...state.selected].filter((id) => !lost.has(id) && news.get(id)?.state !== "done")),
  };
}

function without(state: TriageState, isGone: (row: QueueRow) => boolean): TriageState {
  const order = state.order.filter((id) => {
    const row = state.rows.get(id);
    return row !== undefined && !isGone(row);
  });
  if (order.length === state.order.length) return state;
  return { ...state, order, selected: new Set([...state.selected].filter((id) => order.includes(id))) };
}

function between({ order, pivot }: TriageState, to: string): readonly string[] {
  const [a, b] = [order.indexOf(pivot ?? to), order.indexOf(to)];
  if (b < 0) return [];
  return a < 0 ? [to] : order.slice(Math.min(a, b), Math.max(a, b) + 1);
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

function byId(rows: readonly QueueRow[]): Map<string, QueueRow> {
  return new Map(rows.map((row) => [row.id, row]));
}
