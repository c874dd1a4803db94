import type { ListedNote } from "#app/context/reading.ts";
import { curationWords as words } from "#app/words/curation.ts";

/** What staff made of a note, in words. */
export function curationLabels({ curation }: ListedNote): readonly string[] {
  if (curation === null) return [];
  const { badges } = words;
  return [
    ...(curation.pinned === null ? [] : [badges.pinned]),
    ...(curation.featured ? [badges.featured] : []),
    ...(curation.resolved ? [badges.resolved] : []),
    ...(curation.locked ? [badges.locked] : []),
    ...(curation.slow === null ? [] : [badges.slow]),
    ...(curation.aside === null ? [] : [words.asides[curation.aside]]),
  ];
}
