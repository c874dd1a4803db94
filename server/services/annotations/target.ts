/** Targets are believed only where they are true: the words must stand at that place of that revision. */
import { LRUCache } from "lru-cache";
import { MAX_QUOTE, type Target } from "#app/domain/annotation/annotation.ts";
import { describe } from "#app/domain/annotation/describe.ts";
import { Problem } from "#app/domain/problem.ts";
import { annotationWords as words } from "#app/words/annotations.ts";
import type { Store } from "#db/store.ts";

/** Plain texts of revisions by revision id. They never change; UTF-16 code units. */
export type TextCache = LRUCache<string, { readonly document: string; readonly text: string }>;

/** Code units of all cached texts together: a shelf of books, 32 MiB at two bytes each. */
const CACHE_SIZE = 16 * 1024 * 1024;

/** An empty cache; reading a text of 50,000 words from the database for every note of a seminar would cost 1 ms each. */
export function makeTextCache(): TextCache {
  return new LRUCache({ maxSize: CACHE_SIZE, sizeCalculation: ({ text }) => text.length + 1 });
}

/**
 * The stored target for what a client selected: position and words checked, contexts made anew from the text. Throws
 * Problem("invalid") when the revision is another text's or the words do not stand there.
 */
export async function placeTarget(
  store: Store,
  cache: TextCache,
  {
    document,
    source,
    span: { start, end },
    exact,
  }: {
    readonly document: string;
    readonly source: string;
    readonly span: { readonly start: number; readonly end: number };
    readonly exact: string;
  },
): Promise<Target> {
  if (end - start > MAX_QUOTE) throw new Problem("too-large", words.passageTooLong);
  const text = await textOf(store, cache, { document, source });
  const isThere = text !== null && start < end && end <= text.length && text.slice(start, end) === exact;
  if (!isThere || splitsCharacter(text, start) || splitsCharacter(text, end)) {
    throw new Problem("invalid", words.passageElsewhere);
  }
  return { source, selector: describe(text, { start, end }), state: "exact" };
}

async function textOf(
  store: Store,
  cache: TextCache,
  { document, source }: { readonly document: string; readonly source: string },
): Promise<string | null> {
  const cached = cache.get(source);
  if (cached !== undefined) return cached.document === document ? cached.text : null;
  const revision = await store.documents.text(document, source);
  if (revision === null) return null;
  cache.set(source, { document, text: revision.text });
  return revision.text;
}

/** True between the two halves of a surrogate pair. */
function splitsCharacter(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
}
