import { useEffect } from "react";
import { placeOfComposing, readComposing } from "#app/features/thread/composing.ts";
import { draftsOf } from "#app/live/drafts.ts";
import type { Reading } from "./use-reading.ts";

/** After a reload, a crash or a lost session the newest note that was begun is open again, without taking the focus. */
export function useRestoredDraft({ page, viewer, change, geometry }: Reading): void {
  const length = geometry?.index.text.length ?? 0;
  useEffect(() => {
    if (length === 0) return;
    let isCurrent = true;
    void draftsOf(viewer.id, page.document.id).then((drafts) => {
      for (const { place, choices } of drafts) {
        const composing = readComposing(choices);
        if (composing === null || placeOfComposing(composing) !== place || (composing.span?.end ?? 0) > length)
          continue;
        if (isCurrent) change({ kind: "compose", composing, takesFocus: false });
        return;
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [viewer.id, page.document.id, length, change]);
}
