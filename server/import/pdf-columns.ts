/** Columns of a page: where a strip without words parts its text in two, they are read one after the other. */
import { type Column, type Line, lineOf, type Run, rowsOf } from "#server/import/pdf-lines.ts";

/** Points between two places where a strip is looked for. */
const STEP = 3;
/** Of the width of the text: a strip nearer to its edge parts a margin, not columns. */
const MARGIN = 0.2;
/** Of the font size: narrower gaps are spaces of a justified line. */
const GAP = 0.9;
/** Rows that both columns have at least; a table of three lines is read across. */
const FEWEST = 4;
/** Rows across the strip (a title, an abstract), as a share of those of the shorter column. */
const ACROSS = 0.6;
/** Of the width of the text that a column fills on average: numbers at a margin and page numbers of a list fill less. */
const FILLED = 0.2;
/** Columns within columns: 2 make four of them. */
const DEEPEST = 2;
/** Lines that begin (or end) at one place, as a share of all, for that place to be the edge of the column. */
const ALIGNED = 0.3;
/** Points between lines that begin at one place. */
const SAME_EDGE = 1.5;

type Row = readonly Run[];
type Span = { readonly left: number; readonly right: number };

/** The lines of a page in the order in which they are read. */
export function linesInOrder(runs: readonly Run[], page: number): Line[] {
  return regionsOf(runs, 0).flatMap(({ rows, column }) => rows.map((row) => lineOf(row, page, column)));
}

type Region = { readonly rows: readonly Row[]; readonly column: Column };

function regionsOf(runs: readonly Run[], depth: number): Region[] {
  const rows = rowsOf(runs);
  const gutter = depth < DEEPEST ? gutterOf(rows) : null;
  if (gutter === null) return rows.length === 0 ? [] : [{ rows, column: columnOf(rows) }];
  const isRtl = readsFromRight(runs);
  const regions: Region[] = [];
  let across: Row[] = [];
  let beside: Run[] = [];
  const flush = () => {
    if (across.length > 0) regions.push({ rows: across, column: columnOf(rows) });
    const left = beside.filter((run) => (run.left + run.right) / 2 < gutter);
    const right = beside.filter((run) => (run.left + run.right) / 2 >= gutter);
    for (const side of isRtl ? [right, left] : [left, right]) regions.push(...regionsOf(side, depth + 1));
    across = [];
    beside = [];
  };
  for (const row of rows) {
    const crosses = spansOf(row).some((span) => span.left < gutter && gutter < span.right);
    if (crosses ? beside.length > 0 : across.length > 0) flush();
    if (crosses) across.push(row);
    else beside.push(...row);
  }
  flush();
  return regions;
}

/** Where the strip between two columns is, or null for text in one. */
function gutterOf(rows: readonly Row[]): number | null {
  if (rows.length < FEWEST) return null;
  const spans = rows.map(spansOf);
  const { left, right } = extentOf(spans.flat());
  const width = right - left;
  let best: { from: number; to: number; score: number } | null = null;
  for (let x = left + MARGIN * width; x <= right - MARGIN * width; x += STEP) {
    const score = scoreAt(x, spans, width);
    if (score === null) continue;
    if (best === null || score > best.score) best = { from: x, to: x, score };
    else if (score === best.score && x - best.to <= 1.5 * STEP) best.to = x;
  }
  return best === null ? null : (best.from + best.to) / 2;
}

/** How well a strip at `x` parts the rows; null where it does not. */
function scoreAt(x: number, rows: readonly (readonly Span[])[], width: number): number | null {
  let across = 0;
  const before = { rows: 0, width: 0 };
  const behind = { rows: 0, width: 0 };
  for (const spans of rows) {
    if (spans.some(({ left, right }) => left < x && x < right)) {
      across += 1;
      continue;
    }
    for (const [side, isHere] of [
      [before, (span: Span) => span.right <= x],
      [behind, (span: Span) => span.left >= x],
    ] as const) {
      const own = spans.filter(isHere);
      if (own.length > 0) side.rows += 1;
      for (const { left, right } of own) side.width += right - left;
    }
  }
  const fewer = Math.min(before.rows, behind.rows);
  const isFilled = [before, behind].every((side) => side.width >= FILLED * width * side.rows);
  return fewer >= FEWEST && across <= ACROSS * fewer && isFilled ? fewer - across : null;
}

/** What of a row is without a wide gap. */
function spansOf(row: Row): Span[] {
  const spans: { left: number; right: number }[] = [];
  for (const run of [...row].sort((a, b) => a.left - b.left)) {
    const last = spans.at(-1);
    if (last !== undefined && run.left - last.right < GAP * run.size) last.right = Math.max(last.right, run.right);
    else spans.push({ left: run.left, right: run.right });
  }
  return spans;
}

function columnOf(rows: readonly Row[]): Column {
  const extents = rows.map(extentOf);
  return {
    left: edgeOf(extents.map(({ left }) => left).sort((a, b) => a - b)),
    right: edgeOf(extents.map(({ right }) => right).sort((a, b) => b - a)),
    isRtl: readsFromRight(rows.flat()),
  };
}

/** Of places from the outermost inwards, the first where many lines begin; else that of the line that only one in twenty lies outside of. */
function edgeOf(places: readonly number[]): number {
  const rest = Math.max(0, Math.ceil(ALIGNED * places.length) - 1);
  const at = places.find((place, n) => Math.abs((places[n + rest] ?? Number.POSITIVE_INFINITY) - place) < SAME_EDGE);
  return at ?? places[Math.floor(places.length / 20)] ?? 0;
}

function extentOf(spans: readonly Span[]): Span {
  const left = spans.reduce((least, span) => Math.min(least, span.left), Number.POSITIVE_INFINITY);
  const right = spans.reduce((most, span) => Math.max(most, span.right), Number.NEGATIVE_INFINITY);
  return { left, right };
}

function readsFromRight(runs: readonly Run[]): boolean {
  const letters = { all: 0, rtl: 0 };
  for (const { text, isRtl } of runs) {
    letters.all += text.length;
    if (isRtl) letters.rtl += text.length;
  }
  return letters.rtl > letters.all / 2;
}
