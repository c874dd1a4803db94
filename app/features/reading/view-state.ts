/** What the reader does with the page: which thread is open, what is being written, what is filtered. */
import type { Composing } from "#app/features/thread/composing.ts";
import type { CurateForm } from "#app/features/thread/curating.ts";
import type { Placing } from "#app/features/thread/thread-context.tsx";
import { type Filter, noFilter } from "./filter-threads.ts";

export type Panel = "keys" | "settings" | "outbox" | "contents";

export type ViewState = {
  /** Id of the open thread. */
  readonly focus: string | null;
  readonly hover: string | null;
  readonly composing: (Composing & { readonly takesFocus: boolean }) | null;
  readonly filter: Filter;
  /** Which place in the text the search stands at, from 0; -1 before it went to any. */
  readonly hit: number;
  readonly panel: Panel | null;
  /** What staff are asked about a note. */
  readonly curating: { readonly form: CurateForm; readonly note: string } | null;
  /** The passage for which words are being selected. */
  readonly placing: Placing | null;
  /** The walk through what is new; `end` while it says that there is nothing more. */
  readonly walk: "on" | "end" | null;
  /** New highlights and notes are for the reader only. */
  readonly isPrivate: boolean;
};

export type ViewChange =
  | { readonly kind: "focus"; readonly id: string | null }
  | { readonly kind: "hover"; readonly id: string | null }
  | { readonly kind: "compose"; readonly composing: Composing; readonly takesFocus: boolean }
  | { readonly kind: "recompose"; readonly composing: Composing }
  | { readonly kind: "end-composing" }
  | { readonly kind: "filter"; readonly filter: Partial<Filter> }
  | { readonly kind: "hit"; readonly hit: number }
  | { readonly kind: "panel"; readonly panel: Panel | null }
  | { readonly kind: "curate"; readonly curating: ViewState["curating"] }
  | { readonly kind: "place"; readonly placing: Placing | null }
  | { readonly kind: "walk"; readonly walk: ViewState["walk"] }
  | { readonly kind: "private"; readonly isPrivate: boolean };

export const firstView: ViewState = {
  focus: null,
  hover: null,
  composing: null,
  filter: noFilter,
  hit: -1,
  panel: null,
  curating: null,
  placing: null,
  walk: null,
  isPrivate: false,
};

/** The view after a change. One thing is in focus at a time: opening a thread closes the composer, whose words are kept. */
export function changeView(view: ViewState, change: ViewChange): ViewState {
  switch (change.kind) {
    case "focus":
      if (view.focus === change.id && view.composing === null) return view;
      return { ...view, focus: change.id, composing: change.id === null ? view.composing : null };
    case "hover":
      return view.hover === change.id ? view : { ...view, hover: change.id };
    case "compose":
      return { ...view, focus: null, composing: { ...change.composing, takesFocus: change.takesFocus } };
    case "recompose":
      return view.composing === null
        ? view
        : { ...view, composing: { ...change.composing, takesFocus: view.composing.takesFocus } };
    case "end-composing":
      return { ...view, composing: null };
    case "filter":
      return { ...view, filter: { ...view.filter, ...change.filter }, hit: -1 };
    case "hit":
      return { ...view, hit: change.hit };
    case "panel":
      return { ...view, panel: change.panel };
    case "curate":
      return { ...view, curating: change.curating };
    case "place":
      return { ...view, placing: change.placing };
    case "walk":
      return { ...view, walk: change.walk };
    case "private":
      return { ...view, isPrivate: change.isPrivate };
  }
}

/** The id `by` places further in the list, kept within it; from nowhere the first (or, backwards, the last) one. */
export function stepIn(ids: readonly string[], from: string | null, by: 1 | -1): string | null {
  const at = from === null ? -1 : ids.indexOf(from);
  if (at === -1) return ids.at(by === 1 ? 0 : -1) ?? null;
  return ids[Math.max(0, Math.min(ids.length - 1, at + by))] ?? null;
}
