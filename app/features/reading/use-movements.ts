import { useCallback, useEffect, useRef } from "react";
import { plainly } from "#app/features/thread/composing.ts";
import type { ReadingRoom } from "./reading-context.tsx";
import { NARROW } from "./use-is-phone.ts";
import type { Reading } from "./use-reading.ts";

type Movements = Pick<ReadingRoom, "openThread" | "goBack" | "scrollToOffset" | "startNote">;

/** Pixels of a comfortable place: below the bars, above the foot of the window. */
const ABOVE = 150;
const BELOW = 220;
/** Share of a phone's window that the sheet covers, with a line of text to spare. */
const UNDER_SHEET = 0.58;

/** Moving through the page: to a note, to a place, and back to where the reader was. */
export function useMovements(reading: Reading): Movements {
  const latest = useRef(reading);
  latest.current = reading;
  /** Where the reader was before the first jump, in pixels from the top of the page. */
  const home = useRef<number | null>(null);

  const scrollToOffset = useCallback((offset: number) => {
    const { geometry } = latest.current;
    if (geometry === null) return;
    const top = geometry.root.getBoundingClientRect().top + geometry.lineTop(offset);
    const below = matchMedia(NARROW).matches ? window.innerHeight * UNDER_SHEET : BELOW;
    if (top >= ABOVE && top <= window.innerHeight - below) return;
    home.current ??= window.scrollY;
    window.scrollTo({ top: window.scrollY + top - window.innerHeight * 0.24, behavior: motion() });
  }, []);

  const openThread = useCallback(
    (id: string) => {
      const { change, session } = latest.current;
      change({ kind: "focus", id });
      const span = session?.notes.thread(id)?.span ?? null;
      if (span !== null) scrollToOffset(span.start);
      else window.scrollTo({ top: 0, behavior: motion() });
      // After the card has its place; a card that is far away does not exist before.
      setTimeout(() => focusCard(id), 60);
    },
    [scrollToOffset],
  );

  const goBack = useCallback(() => {
    const { change } = latest.current;
    change({ kind: "focus", id: null });
    if (home.current !== null) window.scrollTo({ top: home.current, behavior: motion() });
    home.current = null;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, []);

  const startNote = useCallback((motivation: "commenting" | "questioning") => {
    const { change, selection, view } = latest.current;
    const placement = view.isPrivate ? "me" : "everyone";
    const colour = motivation === "questioning" ? "blue" : "amber";
    const composing = { ...plainly, span: selection, motivation, colour, placement } as const;
    change({ kind: "compose", composing, takesFocus: true });
    if (selection === null) window.scrollTo({ top: 0, behavior: motion() });
    document.getSelection()?.removeAllRanges();
  }, []);

  useNoteOfAddress(reading, openThread);
  return { openThread, goBack, scrollToOffset, startNote };
}

/** Frames in which a card has to appear; a note that was just posted is kept in this browser first. */
const PATIENCE = 60;

/** Gives a thread's card the focus as soon as it stands, unless the reader has gone elsewhere meanwhile. */
export function focusCard(id: string, frames = PATIENCE): void {
  if (frames < PATIENCE && document.activeElement !== document.body) return;
  const card = document.getElementById(`thread-${id}`);
  // Whoever is already writing in it keeps the cursor.
  if (card?.contains(document.activeElement)) return;
  if (card !== null) card.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusCard(id, frames - 1));
}

/** `?note=` opens the note's thread as soon as it has arrived, once. */
function useNoteOfAddress({ notes, session, geometry, change }: Reading, openThread: (id: string) => void): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || geometry === null || session === null) return;
    const wanted = new URL(location.href).searchParams.get("note");
    const thread = wanted === null ? null : session.notes.threadOf(wanted);
    isDone.current = wanted === null || thread !== null;
    if (thread !== null && notes.threads.length > 0) openThread(thread.id);
    const place = new URL(location.href).searchParams.get("place");
    if (wanted !== null && thread !== null && place !== null) {
      change({ kind: "place", placing: { note: wanted, passage: Number(place) } });
    }
  }, [notes, session, geometry, change, openThread]);
}

function motion(): ScrollBehavior {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
}
