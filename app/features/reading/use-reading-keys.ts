import { useCallback, useEffect } from "react";
import { type CaretMode, useCaretMode } from "#app/features/annotation/use-caret-mode.ts";
import { useSingleKeys } from "#app/live/use-single-keys.ts";
import { walkOn } from "./catch-up.tsx";
import type { KeyVerb } from "./keys.ts";
import type { ReadingRoom } from "./reading-context.tsx";
import { useKeys } from "./use-keys.ts";
import { stepIn } from "./view-state.ts";

/** The id of the search field, which the / key goes to. */
export const SEARCH_ID = "reading-search";

/** The keys of the page; gives the caret mode, which one of them begins. */
export function useReadingKeys(room: ReadingRoom): CaretMode {
  const [singleKeys] = useSingleKeys();
  const { viewport, geometry, view } = room;
  const caret = useCaretMode(
    geometry,
    useCallback(() => viewport.top + 160, [viewport]),
  );
  const { leave } = caret;
  useEffect(() => {
    if (view.composing !== null) leave();
  }, [view.composing, leave]);
  useKeys(singleKeys, (verb) => actOn(verb, room, caret));
  return caret;
}

function actOn(verb: KeyVerb, room: ReadingRoom, caret: CaretMode): boolean {
  const { page, view, change, threads, selection, commands } = room;
  const mayWrite = page.abilities["annotation.publish"];
  switch (verb) {
    case "next":
    case "previous": {
      const ids = threads.map(({ id }) => id);
      const id = stepIn(ids, view.focus ?? nearest(room), verb === "next" ? 1 : -1);
      if (id !== null) room.openThread(id);
      return id !== null;
    }
    case "new":
      walkOn(room);
      return true;
    case "reply":
      return view.focus !== null && focusOn(`[data-reply="${view.focus}"] textarea`);
    case "highlight":
      if (selection === null || !mayWrite) return false;
      commands.highlight(selection, "amber", view.isPrivate ? "me" : "everyone");
      document.getSelection()?.removeAllRanges();
      caret.leave();
      return true;
    case "note":
    case "question":
      if (!mayWrite || (verb === "question" && selection === null)) return false;
      room.startNote(verb === "note" ? "commenting" : "questioning");
      return true;
    case "caret":
      caret.toggle();
      return true;
    case "search":
      return focusOn(`#${SEARCH_ID}`);
    case "keys":
      change({ kind: "panel", panel: view.panel === "keys" ? null : "keys" });
      return true;
    case "leave":
      return leaveOne(room, caret);
  }
}

/** Esc closes one thing at a time, the innermost first. */
function leaveOne({ view, change, goBack, selection }: ReadingRoom, caret: CaretMode): boolean {
  if (view.panel !== null) change({ kind: "panel", panel: null });
  else if (caret.isOn) caret.leave();
  else if (view.composing !== null) change({ kind: "end-composing" });
  else if (selection !== null) document.getSelection()?.removeAllRanges();
  else if (view.focus !== null) goBack();
  else if (view.walk !== null) change({ kind: "walk", walk: null });
  else return false;
  return true;
}

/** With nothing open, walking begins beside what is on screen: the thread before the first one below the top. */
function nearest({ threads, geometry, viewport }: ReadingRoom): string | null {
  if (geometry === null) return null;
  const { start } = geometry.between(viewport.top + 160, viewport.top + viewport.height);
  const at = threads.findIndex(({ span }) => span !== null && span.start >= start);
  return at > 0 ? (threads[at - 1]?.id ?? null) : null;
}

function focusOn(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus({ preventScroll: selector.startsWith("#") });
  return element !== null;
}
