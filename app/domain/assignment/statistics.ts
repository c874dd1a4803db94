/** How grades are spread. */
import { meanOf, rounded } from "./grade.ts";

export type Bin = { readonly from: number; readonly to: number; readonly count: number };

export type Statistics = {
  readonly n: number;
  readonly mean: number;
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** Tenths of what can be reached; the last one holds the most itself, too. */
  readonly bins: readonly Bin[];
};

const TENTHS = 10;

/** Of points that were given, of `of` that can be reached; null for none. Three decimals. */
export function statisticsOf(points: readonly number[], of: number): Statistics | null {
  if (points.length === 0 || of <= 0) return null;
  const sorted = [...points].sort((a, b) => a - b);
  const bins = Array.from({ length: TENTHS }, (_, n) => ({
    from: rounded((n * of) / TENTHS),
    to: rounded(((n + 1) * of) / TENTHS),
    count: sorted.filter((one) => binOf(one, of) === n).length,
  }));
  const mean = meanOf(sorted) ?? 0;
  return { n: sorted.length, mean, median: medianOf(sorted), least: sorted[0] ?? 0, most: sorted.at(-1) ?? 0, bins };
}

/** The middle of numbers in order, or between the two in the middle; 0 for none. */
export function medianOf(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  const [a = 0, b = a] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return rounded((a + b) / 2);
}

function binOf(points: number, of: number): number {
  return Math.max(0, Math.min(TENTHS - 1, Math.floor((points / of) * TENTHS + 1e-9)));
}
