/** Text that a page of a PDF places somewhere, put together to lines. All measures are points, from the top left corner down. */

/** What was placed in one go. `base` is where its letters stand, `size` that of its font. */
export type Run = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  /** Tells fonts apart, and nothing else. */
  readonly font: string;
  /** Its letters are all of one width, as those of programs are. */
  readonly isMono: boolean;
  readonly isRtl: boolean;
};

/** Words of a line, a mark raised above them, or the place where the page with that label begins. */
export type Part = { readonly kind: "words" | "raised" | "page"; readonly text: string };

export type Line = {
  /** Of its page, from 0. */
  readonly page: number;
  readonly parts: readonly Part[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** Of most of its letters. */
  readonly size: number;
  /** Null where its words are set in several, or as programs are. */
  readonly font: string | null;
  /** The column that it stands in. */
  readonly column: Column;
};

/** Where most lines of a column begin and end, and whether it reads from right to left. */
export type Column = { readonly left: number; readonly right: number; readonly isRtl: boolean };

/** Above this share of the smaller one's height, two runs stand beside each other. */
const BESIDE = 0.5;
/** A letter's height above its base, in font sizes. */
const HEIGHT = 0.8;
/** Rows looked back at: more than two never overlap but by letters of a monstrous size. */
const NEAR_ROWS = 6;
/** Of the font size: a narrower gap is none between words, or before a mark. */
const SPACE = { words: 0.15, raised: 0.4 };
/** Of the font size: marks are smaller and stand higher than this. */
const MARK = { size: 0.9, rise: 0.2 };

type Row = { top: number; base: number; readonly runs: Run[] };

/** Runs that stand beside each other, from the top down. A row may reach across columns. */
export function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: Row[] = [];
  for (const run of [...runs].sort((a, b) => a.base - b.base || a.left - b.left)) {
    const top = run.base - HEIGHT * run.size;
    const row = rows.slice(-NEAR_ROWS).findLast((each) => overlap(each, { top, base: run.base }) > BESIDE);
    if (row === undefined) {
      rows.push({ top, base: run.base, runs: [run] });
      continue;
    }
    row.runs.push(run);
    row.top = Math.min(row.top, top);
    row.base = Math.max(row.base, run.base);
  }
  return rows.sort((a, b) => a.base - b.base).map((row) => row.runs);
}

type Extent = { readonly top: number; readonly base: number };

function overlap(a: Extent, b: Extent): number {
  const common = Math.min(a.base, b.base) - Math.max(a.top, b.top);
  return common / Math.max(0.01, Math.min(a.base - a.top, b.base - b.top));
}

/** The line that a row is. */
export function lineOf(row: readonly Run[], page: number, column: Column): Line {
  const main = mainOf(row);
  const sorted = [...row].sort((a, b) => (column.isRtl ? b.right - a.right : a.left - b.left));
  const parts: Part[] = [];
  let before: Run | undefined;
  for (const run of sorted) {
    const kind = isMark(run, main) ? "raised" : "words";
    const last = parts.at(-1);
    const text = spaceBetween(before, run, kind) + run.text;
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
    else parts.push({ kind, text });
    before = run;
  }
  const left = row.reduce((least, run) => Math.min(least, run.left), Number.POSITIVE_INFINITY);
  const right = row.reduce((most, run) => Math.max(most, run.right), Number.NEGATIVE_INFINITY);
  return {
    page,
    parts: collapsed(parts),
    left,
    right,
    base: main.base,
    size: main.size,
    font: fontOf(row, main),
    column,
  };
}

/** The text of a line, marks and all. */
export function textOfLine({ parts }: Pick<Line, "parts">): string {
  return parts.map((part) => (part.kind === "page" ? "" : part.text)).join("");
}

/** The run that stands for its row: the first of the size that most letters have. */
export function mainOf(row: readonly Run[]): Run {
  const letters = new Map<string, number>();
  for (const run of row) letters.set(keyOf(run), (letters.get(keyOf(run)) ?? 0) + run.text.length);
  const [key] = [...letters].reduce((most, entry) => (entry[1] > most[1] ? entry : most), ["", 0]);
  const main = row.find((run) => keyOf(run) === key) ?? row[0];
  if (main === undefined) throw new Error("a row has a run");
  return main;
}

function fontOf(row: readonly Run[], main: Run): string | null {
  const words = row.filter((run) => !isMark(run, main));
  return words.every(({ font, isMono }) => font === main.font && !isMono) ? main.font : null;
}

function keyOf({ size, font }: Run): string {
  return `${Math.round(size * 2)} ${font}`;
}

function isMark(run: Run, main: Run): boolean {
  return run.size < MARK.size * main.size && run.base < main.base - MARK.rise * main.size;
}

/** A gap is a space; between two runs of one place there is none. */
function spaceBetween(before: Run | undefined, { left, right, size }: Run, kind: keyof typeof SPACE): string {
  if (before === undefined) return "";
  return Math.max(left - before.right, before.left - right) > SPACE[kind] * Math.max(size, before.size) ? " " : "";
}

function collapsed(parts: readonly Part[]): Part[] {
  return parts
    .map(({ kind, text }, index) => {
      const even = text.replace(/\s+/gu, " ");
      const begun = index === 0 ? even.trimStart() : even;
      return { kind, text: index === parts.length - 1 ? begun.trimEnd() : begun };
    })
    .filter(({ text }) => text !== "");
}
