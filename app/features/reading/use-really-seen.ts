import { useEffect, useRef } from "react";
import type { Thread } from "#app/live/thread-index.ts";
import type { ReadingRoom } from "./reading-context.tsx";
import type { SeenThread } from "./seen-form.ts";

/** Milliseconds at rest after which what is in view was seen. */
const REST = 1_000;
/** Pixels of a card that have to be in view: its name and the first line. */
const ENOUGH = 56;

/**
 * Tells what the reader has really seen: in view, at rest for a second, on a page that is shown. A closed card shows what its
 * thread began with; replies are seen in the open thread, as far down as they are in view.
 */
export function useReallySeen(room: ReadingRoom): void {
  const latest = useRef(room);
  latest.current = room;
  const { threads, view, viewport, reading } = room;
  useEffect(() => {
    // Named, since each of them may bring something else into view.
    void [threads, view.focus, view.panel, viewport.top, reading.isNew, reading.inNews];
    let timer = setTimeout(look, REST);
    function again() {
      clearTimeout(timer);
      timer = setTimeout(look, REST);
    }
    function look() {
      if (document.visibilityState !== "visible" || latest.current.view.panel !== null) return;
      const seen = seenIn(latest.current);
      if (seen.length > 0) latest.current.reading.see(seen);
    }
    window.addEventListener("scroll", again, { passive: true, capture: true });
    document.addEventListener("visibilitychange", again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("scroll", again, { capture: true });
      document.removeEventListener("visibilitychange", again);
    };
  }, [threads, view.focus, view.panel, viewport.top, reading.isNew, reading.inNews]);
}

function seenIn({ threads, view, reading }: ReadingRoom): readonly SeenThread[] {
  return threads.flatMap((thread) => {
    const isOpen = view.focus === thread.id;
    const hasNew = [thread.root, ...thread.replies].some(reading.isNew);
    // What the inbox says of a thread counts as read once it was opened.
    if (!hasNew && !(isOpen && reading.inNews.has(thread.id))) return [];
    const at = isOpen ? seenWhenOpen(thread, reading.isNew) : seenWhenClosed(thread, reading.isNew);
    return at === null ? [] : [{ root: thread.id, at }];
  });
}

function seenWhenClosed({ id, root }: Thread, isNew: ReadingRoom["reading"]["isNew"]): number | null {
  return isNew(root) && isInView(`thread-${id}`) ? root.created : null;
}

/** The time of the last note before the first one that is new and not in view. */
function seenWhenOpen({ root, replies }: Thread, isNew: ReadingRoom["reading"]["isNew"]): number | null {
  const notes = [root, ...replies];
  const unseen = notes.findIndex((note) => isNew(note) && !isInView(`note-${note.id}`));
  const seen = unseen === -1 ? notes : notes.slice(0, unseen);
  return seen.length === 0 ? null : Math.max(...seen.map(({ created }) => created));
}

function isInView(id: string): boolean {
  const rect = document.getElementById(id)?.getBoundingClientRect();
  if (rect === undefined || rect.height === 0) return false;
  const shown = Math.min(rect.bottom, window.innerHeight) - Math.max(rect.top, 0);
  return shown >= Math.min(ENOUGH, rect.height);
}
