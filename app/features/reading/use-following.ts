import { useCallback, useEffect, useRef, useState } from "react";
import type { Lead } from "#app/rooms/lead.ts";
import { takesLetters } from "#app/ui/takes-letters.ts";
import type { ReadingRoom } from "./reading-context.tsx";

export type Following = {
  readonly isFollowing: boolean;
  /** The call that the reader has gone to last, by its number. */
  readonly at: number;
  readonly isDismissed: boolean;
  readonly follow: (is: boolean) => void;
  readonly dismiss: () => void;
  readonly go: () => void;
};

/** Milliseconds without a lead after which it has ended: a connection that is lost for a moment takes it away as well. */
const ENDED_AFTER = 3_000;

/**
 * Goes where the teacher is, for those who chose it, and only then. Whoever is writing when the call comes is not moved, not
 * then and not when they have finished: they go by themselves. What was chosen ends with the lead.
 */
export function useFollowing(room: ReadingRoom): Following {
  const { lead, page, geometry } = room;
  const [isFollowing, setFollowing] = useState(false);
  const [at, setAt] = useState(0);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const latest = useRef(room);
  latest.current = room;
  const isOwn = lead !== null && page.ownSeats.includes(lead.seat);
  const isReady = geometry !== null;

  const goTo = useCallback(({ note, start, n }: Lead) => {
    const { openThread, scrollToOffset } = latest.current;
    setAt(n);
    if (note !== null) openThread(note);
    else if (start !== null) scrollToOffset(start);
  }, []);

  useEffect(() => {
    if (lead === null || isOwn || !isFollowing || !isReady) return;
    const isWriting = latest.current.view.composing !== null || takesLetters(document.activeElement);
    if (!isWriting) goTo(lead);
  }, [lead, isOwn, isFollowing, isReady, goTo]);

  const hasEnded = lead === null;
  useEffect(() => {
    if (!hasEnded) return;
    const timer = setTimeout(() => {
      setFollowing(false);
      setDismissed(null);
      setAt(0);
    }, ENDED_AFTER);
    return () => clearTimeout(timer);
  }, [hasEnded]);

  return {
    isFollowing,
    at,
    isDismissed: dismissed !== null && dismissed === lead?.seat,
    follow: setFollowing,
    dismiss: () => setDismissed(lead?.seat ?? null),
    go: () => {
      if (lead !== null) goTo(lead);
    },
  };
}
