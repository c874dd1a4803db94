import { useEffect, useRef } from "react";
import { type Composing, composingIn, placeOfComposing, readComposing } from "#app/features/thread/composing.ts";
import { draftsOf } from "#app/live/drafts.ts";
import { fetchNewest } from "./newest-text.ts";
import type { Reading } from "./use-reading.ts";

/** After a reload, a crash or a lost session the newest note that was begun is open again, without taking the focus. */
export function useRestoredDraft({ page, viewer, change, geometry }: Reading): void {
  const isThere = geometry !== null && geometry.index.text.length > 0;
  // The revision that the page came with: one that is published later finds the composer as it is.
  const revision = useRef(page.revision.id).current;
  useEffect(() => {
    if (!isThere) return;
    let isCurrent = true;
    void begunOn(viewer.id, page.document.id, revision).then((composing) => {
      if (isCurrent && composing !== null) change({ kind: "compose", composing, takesFocus: false });
    });
    return () => {
      isCurrent = false;
    };
  }, [viewer.id, page.document.id, revision, isThere, change]);
}

/** The newest note that was begun, with its passages in that revision. */
async function begunOn(person: string, text: string, revision: string): Promise<Composing | null> {
  for (const { place, choices } of await draftsOf(person, text)) {
    const composing = readComposing(choices);
    if (composing === null || placeOfComposing(composing) !== place) continue;
    const source = sourceOf(choices);
    if (source === null || source === revision || composing.span === null) return composing;
    const spans = [composing.span, ...composing.more];
    const newest = await fetchNewest(text, { source, spans, places: [] }).catch(() => null);
    return newest?.page.revision.id === revision ? composingIn(composing, newest.spans) : null;
  }
  return null;
}

/** The revision on which a draft was begun; those of an older build do not say. */
function sourceOf(choices: unknown): string | null {
  const source = typeof choices === "object" && choices !== null && "source" in choices ? choices.source : null;
  return typeof source === "string" ? source : null;
}
