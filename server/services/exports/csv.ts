/** A table of notes (RFC 4180), which spreadsheets open without running anything in it. */
import { quotation } from "#app/domain/annotation/annotation.ts";
import { pageAt } from "#app/domain/document/pages.ts";
import { takingWords as words } from "#app/words/taking.ts";
import { endorsersOf, paragraphOf, reactionsOf } from "./say.ts";
import { type FileHead, noteAddress, type TakenNote, type TakenText, type TakenThread } from "./taken.ts";

/** Excel reads UTF-8 only behind it. */
const BYTE_ORDER_MARK = "\ufeff";

const columns = [
  ...([
    "text",
    "group",
    "thread",
    "paragraph",
    "page",
    "passage",
    "further",
    "motivation",
    "kind",
    "colour",
    "tags",
  ] as const),
  ...([
    "author",
    "role",
    "note",
    "created",
    "edited",
    "seen",
    "state",
    "question",
    "answer",
    "endorsed",
    "reactions",
    "address",
    "answers",
  ] as const),
] as const;
type Row = Readonly<Record<(typeof columns)[number], string>>;

/** The mark that says UTF-8, and the line of column names. */
export function csvHead(): string {
  return BYTE_ORDER_MARK + csvLine(columns.map((column) => words.columns[column]));
}

/** One line for each note of the thread. */
export function csvThread(head: FileHead, text: TakenText, thread: TakenThread): string {
  return thread.notes
    .map((note) => {
      const row = rowOf(head, text, thread, note);
      return csvLine(columns.map((column) => row[column]));
    })
    .join("");
}

/** One record with its line end. Every cell is quoted, so that no line break or comma in it is taken for an end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${harmless(cell).replaceAll('"', '""')}"`).join(",")}\r\n`;
}

/** What spreadsheets take for the beginning of a formula, the wide forms of East Asian keyboards included. */
const formula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/** A cell that would be a formula shows an apostrophe first, which spreadsheets read as "this is text". */
function harmless(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

function rowOf(head: FileHead, text: TakenText, { n, start }: TakenThread, note: TakenNote): Row {
  const [first, ...more] = note.targets;
  return {
    text: text.title,
    group: text.group,
    thread: String(n),
    paragraph: String(paragraphOf(text, start) ?? ""),
    page: (start === null ? null : pageAt(text.pages, start)) ?? "",
    passage: first === undefined ? "" : quotation(first),
    further: more.map(quotation).join("\n"),
    motivation: note.motivation,
    kind: note.kind ?? "",
    colour: note.colour ?? "",
    tags: note.tags.join(", "),
    author: note.by?.name ?? "",
    role: note.by?.role ?? "",
    note: note.body,
    created: new Date(note.created).toISOString(),
    edited: note.edited === null ? "" : new Date(note.edited).toISOString(),
    seen: note.isPrivate ? words.seen.few : words.seen.group,
    state: note.status,
    question: note.question === null ? "" : words.file.states[note.question.state],
    answer: note.question?.answer == null ? "" : noteAddress(head.origin, note.question.answer),
    endorsed: endorsersOf(note).join(", "),
    reactions: reactionsOf(note).join(", "),
    address: noteAddress(head.origin, note.id),
    answers: note.parent === null ? "" : noteAddress(head.origin, note.parent),
  };
}
