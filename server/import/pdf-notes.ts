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
  const marks = marksOn(lines);
  for (const column of columnsIn(lines)) {
    const isMarked = (line: Line) => beginsNote(line) && isSaid(line, { notes, marks: marks.get(line.page) ?? "" });
    const from = noteFrom(column, { bodySize, before: notes.at(-1), isMarked });
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

/** What is raised above the lines of each page, parted by blanks. */
function marksOn(lines: readonly Line[]): ReadonlyMap<number, string> {
  const marks = new Map<number, string>();
  for (const { page, parts } of lines) {
    const raised = parts.filter(({ kind }, n) => kind === "raised" && n > 0).map(({ text }) => text);
    if (raised.length > 0) marks.set(page, `${marks.get(page) ?? ""} ${raised.join(" ")} `);
  }
  return marks;
}

/** Whether the text has the number of a note, or the note before it: a listing may begin with numbers, too. */
function isSaid(line: Line, { notes, marks }: { readonly notes: readonly Line[]; readonly marks: string }): boolean {
  const number = numberOf(line);
  if (number === null) return true;
  const last = notes.findLast((note) => beginsNote(note) && numberOf(note) !== null);
  return marks.split(/\D+/u).includes(String(number)) || (last !== undefined && numberOf(last) === number - 1);
}

type Seen = {
  readonly bodySize: number;
  /** The last line of the notes so far. */
  readonly before: Line | undefined;
  readonly isMarked: (line: Line) => boolean;
};

/** Where the notes of a column begin: behind its text, with a mark, or at once where the last note goes on. */
function noteFrom(column: readonly Line[], { bodySize, before, isMarked }: Seen): number {
  const last = column.findLastIndex(({ size }) => size >= SMALLER * bodySize);
  if (last === -1) return column.length;
  const small = column.slice(last + 1);
  const goesOn = before !== undefined && !/[.!?]["”’»)]?$/u.test(textOfLine(before));
  const at = small.findIndex((line) => goesOn || isMarked(line));
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
