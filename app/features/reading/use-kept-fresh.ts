import { useMemo, useRef } from "react";
import type { Note } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { isFresh } from "./filter-threads.ts";

/**
 * The threads that the filter for what is new shows: those that were new at any time since it was chosen, so that nothing
 * goes away under the eyes of who is reading it.
 */
export function useKeptFresh(
  threads: readonly Thread[],
  isChosen: boolean,
  isNew: (note: Note) => boolean,
): (thread: Thread) => boolean {
  const kept = useRef<ReadonlySet<string>>(new Set());
  return useMemo(() => {
    const fresh = isChosen ? threads.filter((thread) => isFresh(thread, isNew)).map(({ id }) => id) : [];
    kept.current = isChosen ? new Set([...kept.current, ...fresh]) : new Set();
    const shown = kept.current;
    return ({ id }) => shown.has(id);
  }, [threads, isChosen, isNew]);
}
