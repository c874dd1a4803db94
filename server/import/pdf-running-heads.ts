/** Running heads, feet and page numbers: rows at the edge of pages that come again at the same height. */
import { mainOf, type Run, rowsOf } from "#server/import/pdf-lines.ts";

export type SheetRuns = { readonly label: string; readonly runs: readonly Run[] };

export type RunningHeads = {
  readonly runs: ReadonlySet<Run>;
  /** What they say, each saying once; those that are alike but for their numbers stand together. */
  readonly sayings: readonly (readonly string[])[];
};

/** Rows looked at from either edge. */
const DEEPEST = 3;
/** Points that the heights of two pages may differ by. */
const SAME_HEIGHT = 6;
/** Points, where it is not the same that is said; and the share of pages that have a running head at that height. */
const EXACT = 1;
const MOST = 0.4;
/** Pages from one to the next: left and right pages have heads of their own. */
const NEXT = 2;
/** Of three pages in a row; a text of fewer shows them on each. */
const FEWEST = 3;
/** Of the size of the text: what is larger is the heading of a chapter, not of a page. */
const LARGEST = 1.3;

type Found = { readonly key: string; readonly page: number; readonly text: string; readonly row: readonly Run[] };
/** Rows that say the same at one height. */
type Alike = { readonly base: number; readonly found: Found[] };

/** `bodySize` in points. */
export function runningHeads(pages: readonly SheetRuns[], bodySize: number): RunningHeads {
  const rows = pages.map(({ runs }) => rowsOf(runs));
  const runs = new Set<Run>();
  const sayings = new Map<string, Set<string>>();
  for (const edge of [0, -1]) {
    let within = new Set(pages.keys());
    for (let depth = 0; depth < DEEPEST; depth += 1) {
      const next = new Set<number>();
      const looked = alikeAt(edge < 0 ? edge - depth : depth, { pages, rows, within, bodySize });
      for (const { key, page, text, row } of runningAmong(looked, pages.length)) {
        next.add(page);
        for (const run of row) runs.add(run);
        sayings.set(key, (sayings.get(key) ?? new Set()).add(text));
      }
      // What stands further in is one of them only where all that stands further out is.
      within = next;
    }
  }
  return { runs, sayings: [...sayings.values()].map((texts) => [...texts]) };
}

type Looked = {
  readonly pages: readonly SheetRuns[];
  readonly rows: readonly (readonly (readonly Run[])[])[];
  readonly within: ReadonlySet<number>;
  readonly bodySize: number;
};

/** Those that come again, and what stands where most pages have one of them: a chapter of two pages has its own. */
function runningAmong(alike: readonly Alike[], pages: number): readonly Found[] {
  const again = alike.flatMap(({ base, found }) => {
    const running = found.filter((each) => isRunning(each, found, pages));
    return running.length === 0 ? [] : [{ base, found: running }];
  });
  const pagesAt = (height: number) =>
    again.reduce((sum, { base, found }) => sum + (Math.abs(base - height) <= EXACT ? found.length : 0), 0);
  const others = alike.filter(({ base }) => pagesAt(base) >= MOST * pages).flatMap(({ found }) => found);
  return [...new Set([...again.flatMap(({ found }) => found), ...others])];
}

/** Rows in that place from the top (or, below 0, from the foot) by what they say and their height. */
function alikeAt(place: number, { pages, rows, within, bodySize }: Looked): readonly Alike[] {
  const groups = new Map<string, Alike[]>();
  for (const page of within) {
    const row = rows[page]?.at(place);
    if (row === undefined) continue;
    const { base, size } = mainOf(row);
    const text = wordsOf(row);
    const key = keyOf(text, pages[page]?.label ?? "");
    if (key === null || size > LARGEST * bodySize) continue;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    const alike = group.find((each) => Math.abs(each.base - base) <= SAME_HEIGHT);
    if (alike === undefined) group.push({ base, found: [{ key, page, text, row }] });
    else alike.found.push({ key, page, text, row });
  }
  return [...groups.values()].flat();
}

function isRunning({ page }: Found, found: readonly Found[], pages: number): boolean {
  const fewest = pages < 2 * FEWEST ? Math.max(2, Math.ceil(pages / 2)) : FEWEST;
  return found.length >= fewest && found.some((other) => other.page !== page && Math.abs(other.page - page) <= NEXT);
}

function wordsOf(row: readonly Run[]): string {
  const sorted = [...row].sort((a, b) => a.left - b.left);
  return sorted
    .map(({ text }) => text)
    .join(" ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** What is the same on every page. Numbers alone are none of a page but where they stand alone, or as 3/12. */
function keyOf(text: string, label: string): string | null {
  const bare = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  if (bare === label.toLowerCase() || /^[ivxlc]{1,8}$/u.test(bare)) return "#";
  const key = text.toLowerCase().replace(/\d+/gu, "#");
  if (/\p{L}/u.test(key)) return key;
  const numbers = key.replace(/[^#/|]+/gu, "");
  return numbers === "#" || numbers === "#/#" || numbers === "#|#" ? numbers : null;
}
