/** Words with what rules found in them. */
import type { RuleHit } from "#app/context/queue-card.ts";

export type MarkedPart = { readonly text: string; readonly hits: readonly RuleHit[] };

/** The words cut where a hit begins or ends; offsets in UTF-16 code units, overlapping hits share a part. */
export function markedWords(body: string, hits: readonly RuleHit[]): readonly MarkedPart[] {
  const placed = hits.flatMap((hit) => {
    const [start, end] = [hit.start ?? 0, Math.min(hit.end ?? 0, body.length)];
    return hit.start === null || start >= end ? [] : [{ hit, start, end }];
  });
  const cuts = [...new Set([0, body.length, ...placed.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? body.length;
    return {
      text: readable(body.slice(start, end)),
      hits: placed.filter((one) => one.start < end && one.end > start).map(({ hit }) => hit),
    };
  });
}

/** Mentions by name alone; everything else as it was typed, so that links show where they lead. */
export function readable(words: string): string {
  return words.replace(/@\[([^\]]*)\]\(seat:[^)]*\)/gu, "@$1");
}
