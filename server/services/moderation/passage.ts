/** The passage at which a thread shall stand, as a form says it. */
import { MAX_QUOTE, type Target } from "#app/domain/annotation/annotation.ts";
import { describe } from "#app/domain/annotation/describe.ts";
import type { PassageChoice } from "#app/domain/moderation/curation-command.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords } from "#app/words/annotations.ts";
import { curationWords } from "#app/words/curation.ts";
import type { Store } from "#db/store.ts";

/** In the newest revision of the text; null for the whole of it. Throws Problem("invalid") for a place that is none. */
export async function passageOf(
  store: Store,
  { document, same }: { readonly document: string; readonly same: Target | null },
  { passage, paragraph, start, end }: PassageChoice,
): Promise<Target | null> {
  if (passage === "same") return same;
  if (passage === "whole") return null;
  const row = await store.documents.find(document);
  const revision = row && (await store.documents.text(document, row.revisionId));
  if (row === null || revision === null) throw new Problem("not-found", annotationWords.unknownText);
  const { text } = revision;
  const words = passage === "words" ? { start: start ?? 0, end: end ?? 0 } : null;
  const place = words ?? (await store.documents.blocks(row.revisionId)).find(({ number }) => number === paragraph);
  if (place === undefined || place.start >= place.end || place.end > text.length) {
    throw new Problem("invalid", curationWords.passage.unknown, {
      fields: { paragraph: curationWords.passage.unknown },
    });
  }
  // A long paragraph is cited by its beginning.
  const span = { start: place.start, end: Math.min(place.end, place.start + MAX_QUOTE) };
  return { source: row.revisionId, selector: describe(text, span), state: "exact" };
}
