/** What the gate of shared pages costs: one typed character through it, beside a plain `applyUpdate`. */
import * as Y from "yjs";
import { GateBench, Writer } from "#server/realtime/shared/gate-bench.ts";
import { Scanner } from "#server/realtime/shared/scanner.ts";
import { row, table } from "./table.ts";

const KEYS = 3_000;
const PAGES = [
  { name: "20 paragraphs", paragraphs: 20 },
  { name: "2,000 paragraphs", paragraphs: 2_000 },
] as const;

/** Prints p50 and p99 in microseconds. */
export async function gate(): Promise<void> {
  const scanner = new Scanner();
  table("gate: one typed character, µs (p50 / p99)", "page", "applyUpdate", "gate and apply", "the worker's answer");
  for (const { name, paragraphs } of PAGES) {
    const bench = new GateBench();
    const anna = new Writer("anna", bench);
    for (let n = 0; n < paragraphs; n += 1) anna.paragraph(`Paragraph ${n} of a page that a seminar has written.`);
    const plain = new Y.Doc();
    Y.applyUpdate(plain, bench.state());
    const applied: number[] = [];
    const gated: number[] = [];
    const scanned: number[] = [];
    for (let n = 0; n < KEYS; n += 1) {
      const text = anna.textAt(n % paragraphs);
      const update = anna.change(() => text.insert(n % 20, "x"));
      applied.push(timed(() => Y.applyUpdate(plain, update)));
      gated.push(timed(() => bench.send("anna", update)));
      const began = performance.now();
      await scanner.scan(update);
      scanned.push(performance.now() - began);
    }
    row(name, of(applied), of(gated), of(scanned));
  }
  await scanner.close();
}

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** Median and 99th percentile in microseconds; the first tenth warms up. */
function of(times: readonly number[]): string {
  const sorted = times.slice(times.length / 10).sort((a, b) => a - b);
  const at = (part: number) => Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 1_000);
  return `${at(0.5)} / ${at(0.99)}`;
}
