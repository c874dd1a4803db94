import { useCallback, useEffect, useState } from "react";
import type { Writing } from "#app/features/thread/thread-context.tsx";
import { previewOf } from "./preview-of.ts";
import type { Reading } from "./use-reading.ts";

const silent = { selection: null, block: null, typing: null, preview: null };

/** Milliseconds between two things that a reader says of itself. */
const PACE = 250;

/**
 * Tells others where this reader is: the selection, the block at the top of the view, what is being answered, and its words
 * where the reader shows them. Gives what says that something is being written.
 */
export function useClaim({
  session,
  selection,
  geometry,
  viewport,
  page,
  who,
}: Reading): (writing: Writing | null) => void {
  const [writing, setWriting] = useState<{ readonly typing: string; readonly preview: string | null } | null>(null);
  const block = geometry?.blockAtHeight(viewport.top + viewport.height * 0.2)?.n ?? null;
  const { typing = null, preview = null } = writing ?? {};
  // Where somebody reads and selects under the own name would say whose the pseudonym beside it is.
  const isVeiled = page.cohorts.some(({ seat }) => who(seat)?.veil != null);
  useEffect(() => {
    if (session === null) return;
    const claim = isVeiled ? silent : { selection, block, typing, preview };
    const timer = setTimeout(() => session.claim(claim), PACE);
    return () => clearTimeout(timer);
  }, [session, selection, block, typing, preview, isVeiled]);
  return useCallback((now: Writing | null) => {
    // The reader settings are in the page as they are now, changed or not.
    const isShown = document.documentElement.dataset.preview === "on";
    setWriting(now === null ? null : { typing: now.place, preview: isShown ? previewOf(now.words) : null });
  }, []);
}
