import { useEffect } from "react";
import { dropText, noteOpened } from "#app/live/kept-texts.ts";
import type { Reading } from "./use-reading.ts";

/**
 * Writes down in this browser that the text was opened, so that it is named where texts are listed without a network. Once it
 * is not this reader's any more, what is kept of it goes.
 */
export function useKept({ page, viewer, connection }: Pick<Reading, "page" | "viewer" | "connection">): void {
  const { id, title, language, dir } = page.document;
  const group = page.group.name;
  const isLost = connection === "lost";
  useEffect(() => {
    const opened = { person: viewer.id, document: id, title, language, dir, group, openedAt: Date.now() };
    // A browser that keeps nothing has nothing to list or to drop either.
    void (isLost ? dropText(viewer.id, id) : noteOpened(opened)).catch(() => undefined);
  }, [viewer.id, id, title, language, dir, group, isLost]);
}
