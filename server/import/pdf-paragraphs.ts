/** Lines of a PDF, in the order in which they are read, as paragraphs: across columns and pages. */
import { type Compounds, partsOf } from "#server/import/pdf-joining.ts";
import { type Column, type Line, type Part, textOfLine } from "#server/import/pdf-lines.ts";

export type Paragraph = { readonly lines: readonly Line[]; readonly parts: readonly Part[] };

/** Of the font size: a line that begins this much further in is indented. */
const INDENT = 0.8;
/** Of the usual distance of two lines: above it there is a gap. */
const GAP = 1.25;
/** Distances that lines of one paragraph have at most, in font sizes: twice that of a typewriter's double spacing. */
const WIDEST = 2.8;
/** Of the column's width: what a line without an end of a sentence leaves free only in verse, lists and headings. */
const UNFINISHED = 0.15;
/** Columns of fewer lines are as wide as others; widths are compared in steps of some points. */
const FEW = 4;
const SAME_WIDTH = 10;
/** Sizes that differ by more than this share are those of different things. */
const SAME_SIZE = 0.08;

/** Paragraphs of a text, whose lines are all of its pages'. */
export function paragraphsOf(given: readonly Line[], compounds: Compounds): Paragraph[] {
  const lines = widened(given);
  const usual = usualDistances(lines);
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last === undefined || begins(last, line, usual)) groups.push([line]);
    else last.push(line);
  }
  return groups.map((group) => ({ lines: group, parts: partsOf(group, compounds) }));
}

/** Lines whose column has few of them, as if it were as wide as that of most lines: their own width says nothing. */
function widened(lines: readonly Line[]): readonly Line[] {
  const counts = new Map<Column, number>();
  for (const { column } of lines) counts.set(column, (counts.get(column) ?? 0) + 1);
  const widths = new Map<number, number>();
  for (const [{ left, right }, count] of counts) {
    const width = Math.round((right - left) / SAME_WIDTH) * SAME_WIDTH;
    widths.set(width, (widths.get(width) ?? 0) + count);
  }
  if (widths.size === 0) return lines;
  const usual = mostFrequent(new Map([...widths].sort(([a], [b]) => b - a)));
  const wide = new Map<Column, Column>();
  for (const [column, count] of counts) {
    const { left, right, isRtl } = column;
    if (count >= FEW || right - left >= usual) continue;
    wide.set(column, isRtl ? { ...column, left: right - usual } : { ...column, right: left + usual });
  }
  return lines.map((line) => ({ ...line, column: wide.get(line.column) ?? line.column }));
}

/** Distance of two lines by font size, each rounded; the most frequent is usual. */
type Distances = ReadonlyMap<number, number>;

function usualDistances(lines: readonly Line[]): Distances {
  const counts = new Map<number, Map<number, number>>();
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (before === undefined || !isBelow(before, line) || !isSameSize(before, line)) continue;
    const distance = Math.round((line.base - before.base) * 2) / 2;
    if (distance > WIDEST * line.size) continue;
    const size = Math.round(line.size);
    const own = counts.get(size) ?? new Map<number, number>();
    counts.set(size, own.set(distance, (own.get(distance) ?? 0) + 1));
  }
  return new Map([...counts].map(([size, own]) => [size, mostFrequent(own)]));
}

function mostFrequent(counts: ReadonlyMap<number, number>): number {
  return [...counts].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
}

function begins(lines: readonly Line[], next: Line, usual: Distances): boolean {
  const last = lines.at(-1);
  if (last === undefined || !isSameSize(last, next)) return true;
  if (isBelow(last, next)) {
    const distance = usual.get(Math.round(next.size)) ?? 1.3 * next.size;
    if (next.base - last.base > GAP * distance) return true;
  }
  if (/^[•◦▪‣●]/u.test(textOfLine(next))) return true;
  if (isCentred(last) && isCentred(next)) return false;
  return isShort(last, next) || beginsByIndent(lines, last, next);
}

function isSameSize(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) <= SAME_SIZE * Math.max(a.size, b.size);
}

/** In the same column of the same page, further down. */
function isBelow(before: Line, { page, column, base }: Line): boolean {
  return before.page === page && before.column === column && base > before.base;
}

function isCentred({ left, right, size, column }: Line): boolean {
  const [before, behind] = [left - column.left, column.right - right];
  return before > INDENT * size && Math.abs(before - behind) < 0.5 * size;
}

/** A last line is short: the first word of the next would have had room on it, and much more where no sentence ends. */
function isShort(last: Line, next: Line): boolean {
  const text = textOfLine(next);
  const word = /^\S+/u.exec(text)?.[0].length ?? 0;
  const width = ((next.right - next.left) * (word + 1)) / Math.max(1, text.length);
  const room = last.column.isRtl ? last.left - last.column.left : last.column.right - last.right;
  const least = endsSentence(last) ? 0 : UNFINISHED * (last.column.right - last.column.left);
  return room > Math.max(least, width + 0.5 * last.size) && !/[\p{L}\p{N}][-‐\u00ad]$/u.test(textOfLine(last));
}

/** Begun further in than the line before, or further out than all of the paragraph but a first line that is further in. */
function beginsByIndent(lines: readonly Line[], last: Line, next: Line): boolean {
  const indent = indentOf(next) - indentOf(last);
  const least = INDENT * next.size;
  const [first = last] = lines;
  // A list of works has its second lines further in: there the line before is full, and no sentence ends with it.
  if (indent > least) return lines.length > 1 || endsSentence(last);
  if (indent < -least) return lines.length > 1;
  const hangs = lines.length > 1 && indentOf(lines[1] ?? last) - indentOf(first) > least;
  return hangs && indentOf(next) - indentOf(first) < least;
}

function indentOf({ left, right, column }: Line): number {
  return column.isRtl ? column.right - right : left - column.left;
}

/** With the marks of notes behind it. */
function endsSentence({ parts }: Line): boolean {
  const words = parts.filter(({ kind }) => kind === "words").map(({ text }) => text);
  return /[.!?…:;]["'”’»«)\]]*\s*$/u.test(words.join(""));
}
