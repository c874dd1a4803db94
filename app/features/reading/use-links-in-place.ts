import { useEffect, useRef } from "react";
import type { ReadingRoom } from "./reading-context.tsx";

/** ¶ numbers and links to notes in the words of notes lead there without leaving the page, where what they name is here. */
export function useLinksInPlace(room: ReadingRoom): void {
  const latest = useRef(room);
  latest.current = room;
  useEffect(() => {
    const press = (event: MouseEvent) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLElement>("a[data-paragraph], a[data-note]") : null;
      if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const { paragraph, note } = link.dataset;
      const isGone = note === undefined ? goToParagraph(latest.current, paragraph) : goToNote(latest.current, note);
      if (isGone) event.preventDefault();
    };
    document.addEventListener("click", press);
    return () => document.removeEventListener("click", press);
  }, []);
}

/** A numbered paragraph has another id than its number. True also for one that is not there: it leads nowhere. */
function goToParagraph({ geometry }: ReadingRoom, number: string | undefined): boolean {
  const block = geometry?.index.blocks.find((one) => String(one.number) === number);
  if (block !== undefined) location.hash = block.element.id;
  return geometry !== null;
}

/** False where the note is none of this text, so that its own address finds it. */
function goToNote({ session, openThread }: ReadingRoom, note: string): boolean {
  const thread = session?.notes.threadOf(note) ?? null;
  if (thread !== null) openThread(thread.id);
  return thread !== null;
}
