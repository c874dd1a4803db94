import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align, type Run } from "./align.ts";

const codes = (text: string) => Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
const shared = (runs: readonly Run[]) => runs.reduce((sum, { length }) => sum + length, 0);

/** Longest common subsequence by the table, to compare with. */
function lcs(a: string, b: string): number {
  let row: number[] = new Array(b.length + 1).fill(0);
  for (const sign of a) {
    const next = [0];
    for (let j = 0; j < b.length; j += 1) {
      next.push(b[j] === sign ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe("align", () => {
  it("gives runs of equal items, in order on both sides, and as many as there can be", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = align(codes(before), codes(after));
        let [a, b] = [0, 0];
        for (const run of runs) {
          expect(run.a).toBeGreaterThanOrEqual(a);
          expect(run.b).toBeGreaterThanOrEqual(b);
          expect(before.slice(run.a, run.a + run.length)).toBe(after.slice(run.b, run.b + run.length));
          [a, b] = [run.a + run.length, run.b + run.length];
        }
        expect(shared(runs)).toBe(lcs(before, after));
      }),
    );
  });

  it("divides long sequences at what occurs once on both sides", () => {
    const block = (from: number) => Array.from({ length: 3_000 }, (_, i) => from + i);
    const a = [...block(10_000), 1, ...block(20_000), 2, ...block(30_000)];
    const b = [...block(40_000), 1, ...block(50_000), 2, ...block(30_000)];
    expect(align(a, b)).toEqual([
      { a: 3_000, b: 3_000, length: 1 },
      { a: 6_001, b: 6_001, length: 3_001 },
    ]);
  });

  it("finds nothing in long sequences that share nothing that is rare", () => {
    const a = Array.from({ length: 5_000 }, (_, i) => i % 2);
    const b = Array.from({ length: 9_000 }, (_, i) => 2 + (i % 2));
    expect(align(a, b)).toEqual([]);
  });
});
