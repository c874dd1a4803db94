import { useCallback, useEffect, useState } from "react";
import type { Reading } from "./use-reading.ts";

/** Milliseconds between two things that a reader says of itself. */
const PACE = 250;

/** Tells others where this reader is: the selection, the block at the top of the view, and what is being answered. */
export function useClaim({ session, selection, geometry, viewport }: Reading): {
  readonly claimTyping: (typing: string | null) => void;
} {
  const [typing, setTyping] = useState<string | null>(null);
  const block = geometry?.blockAtHeight(viewport.top + viewport.height * 0.2)?.n ?? null;
  useEffect(() => {
    if (session === null) return;
    const timer = setTimeout(() => session.claim({ selection, block, typing }), PACE);
    return () => clearTimeout(timer);
  }, [session, selection, block, typing]);
  return { claimTyping: useCallback((now: string | null) => setTyping(now), []) };
}
