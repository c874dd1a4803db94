/**
 * Anchoring as most readers do it, to compare with: the exact words nearest to the old position, else the best of an
 * approximate search of the whole text, taken however bad it is.
 */
import search from "approx-string-match";
import type { Span } from "#app/domain/annotation/describe.ts";
import type { Selectors } from "#app/domain/annotation/match.ts";
import { likeness } from "#app/domain/diff/likeness.ts";

const MOST_ERRORS = 256;

export function plainly(text: string, [position, { exact, prefix, suffix }]: Selectors): Span | null {
  if (text.startsWith(exact, position.start)) return { start: position.start, end: position.start + exact.length };
  let best: { readonly span: Span; readonly score: number } | null = null;
  for (const { start, end, errors } of places(text, exact)) {
    const context = (old: string, now: string) => (old === "" ? 1 : likeness(old, now));
    const score =
      50 * (1 - errors / exact.length) +
      20 * context(prefix, text.slice(Math.max(0, start - prefix.length), start)) +
      20 * context(suffix, text.slice(end, end + suffix.length)) +
      2 * (1 - Math.abs(start - position.start) / text.length);
    if (best === null || score > best.score) best = { span: { start, end }, score };
  }
  return best?.span ?? null;
}

function places(text: string, exact: string) {
  const exactly: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    exactly.push({ start: at, end: at + exact.length, errors: 0 });
  }
  return exactly.length > 0 ? exactly : search(text, exact, Math.min(MOST_ERRORS, exact.length / 2));
}
