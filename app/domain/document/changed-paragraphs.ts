/** What changed between two revisions, paragraph by paragraph, for people to read. */

import { align } from "#app/domain/diff/align.ts";
import { likeness } from "#app/domain/diff/likeness.ts";
import { numbering } from "#app/domain/diff/tokens.ts";
import { type DiffPart, wordDiff } from "#app/domain/diff/word-diff.ts";

/** A paragraph as it was and is, `moved` whole, or so many that stayed as they were. */
export type Changed =
  | { readonly kind: "changed"; readonly parts: readonly DiffPart[] }
  | { readonly kind: "added" | "removed" | "moved"; readonly text: string }
  | { readonly kind: "same"; readonly paragraphs: number };

/** Likeness from which a removed and an added paragraph are one that was rewritten. */
const REWRITTEN = 0.4;
/** Code units by which a paragraph is compared with its counterpart. */
const COMPARED = 300;

/** The paragraphs (lines of the plain texts) in the order of the new text, those taken out where they were. */
export function changedParagraphs(before: string, after: string): readonly Changed[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  const number = numbering();
  const runs = align(a.map(number), b.map(number));
  const changes: Changed[] = [];
  let [fromA, fromB] = [0, 0];
  for (const run of [...runs, { a: a.length, b: b.length, length: 0 }]) {
    changes.push(...inGap(a.slice(fromA, run.a), b.slice(fromB, run.b)));
    if (run.length > 0) changes.push({ kind: "same", paragraphs: run.length });
    [fromA, fromB] = [run.a + run.length, run.b + run.length];
  }
  return withMoves(changes);
}

/** Pairs what was rewritten, in order; the rest was taken out or put in. */
function inGap(removed: readonly string[], added: readonly string[]): readonly Changed[] {
  const changes: Changed[] = [];
  let next = 0;
  for (const text of added) {
    const at = removed.findIndex((one, i) => i >= next && isLike(one, text));
    if (at === -1) {
      changes.push({ kind: "added", text });
      continue;
    }
    for (const gone of removed.slice(next, at)) changes.push({ kind: "removed", text: gone });
    changes.push({ kind: "changed", parts: wordDiff(removed[at] ?? "", text) });
    next = at + 1;
  }
  for (const gone of removed.slice(next)) changes.push({ kind: "removed", text: gone });
  return changes;
}

function isLike(one: string, other: string): boolean {
  const ends = (cut: (text: string) => string) => likeness(cut(one), cut(other));
  return (
    Math.max(
      ends((text) => text.slice(0, COMPARED)),
      ends((text) => text.slice(-COMPARED)),
    ) >= REWRITTEN
  );
}

/** What was taken out here and put in there is shown once, where it is now. */
function withMoves(changes: readonly Changed[]): readonly Changed[] {
  const gone = new Set(changes.flatMap((one) => (one.kind === "removed" ? [one.text] : [])));
  const come = new Set(changes.flatMap((one) => (one.kind === "added" ? [one.text] : [])));
  return changes.flatMap((one): readonly Changed[] => {
    if (one.kind === "added" && gone.has(one.text)) return [{ kind: "moved", text: one.text }];
    return one.kind === "removed" && come.has(one.text) ? [] : [one];
  });
}
