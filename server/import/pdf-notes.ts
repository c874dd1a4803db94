/** Footnotes of a PDF: the small lines at the foot of a column. They stand between a sentence and its end on the next page. */
import { type Compounds, partsOf } from "#server/import/pdf-joining.ts";
import { type Line, textOfLine } from "#server/import/pdf-lines.ts";
import type { Paragraph } from "#server/import/pdf-paragraphs.ts";

/** Of the size of the text: what is smaller may be a note. */
const SMALLER = 0.94;

/** Lines of the text and those of its notes, each in their order. */
export function notesApart(lines: readonly Line[], bodySize: number): { body: Line[]; notes: Line[] } {
  const body: Line[] = [];
  const notes: Line[] = [];
  for (const column of columnsIn(lines)) {
    const from = noteFrom(column, bodySize, notes.at(-1));
    body.push(...column.slice(0, from));
    notes.push(...column.slice(from));
  }
  return { body, notes };
}

/** One paragraph for each note. */
export function noteParagraphs(lines: readonly Line[], compounds: Compounds): Paragraph[] {
  const groups: Line[][] = [];
  let number: number | null = null;
  for (const line of lines) {
    const own = numberOf(line);
    const last = groups.at(-1);
    // A line may begin with a year or a page: it is the next note where it counts on, or counts anew on another page.
    const isNext: boolean = beginsNote(line) && (own === null || number === null || own === number + 1 || own === 1);
    if (last === undefined || isNext) groups.push([line]);
    else last.push(line);
    if (isNext) number = own;
  }
  return groups.map((group) => ({ lines: group, parts: partsOf(group, compounds) }));
}

function columnsIn(lines: readonly Line[]): Line[][] {
  const columns: Line[][] = [];
  for (const line of lines) {
    const last = columns.at(-1);
    if (last?.[0]?.column === line.column) last.push(line);
    else columns.push([line]);
  }
  return columns;
}

/** Where the notes of a column begin: behind its text, with a mark, or at once where the last note goes on. */
function noteFrom(column: readonly Line[], bodySize: number, before: Line | undefined): number {
  const last = column.findLastIndex(({ size }) => size >= SMALLER * bodySize);
  if (last === -1) return column.length;
  const small = column.slice(last + 1);
  const goesOn = before !== undefined && !/[.!?]["”’»)]?$/u.test(textOfLine(before));
  const at = small.findIndex((line) => goesOn || beginsNote(line));
  return at === -1 ? column.length : last + 1 + at;
}

function beginsNote(line: Line): boolean {
  const [first] = line.parts;
  return first?.kind === "raised" || /^(?:\d{1,3}[.)]?\s|[*†‡§])/u.test(textOfLine(line));
}

function numberOf(line: Line): number | null {
  const digits = /^\d{1,3}/u.exec(textOfLine(line))?.[0];
  return digits === undefined ? null : Number(digits);
}
