/** PDFs with a text layer: lines are put together again to paragraphs, which keep where each page begins. */
import type { Element } from "hast";
import type { Piece, PieceLabel } from "#app/domain/document/document.ts";
import { Problem } from "#app/domain/problem.ts";
import { importWords } from "#app/words/import.ts";
import { element, textNode } from "#server/import/element.ts";
import type { PageFacts } from "#server/import/facts.ts";
import { pageMark } from "#server/import/page-marks.ts";
import { linesInOrder } from "#server/import/pdf-columns.ts";
import { withDropCaps } from "#server/import/pdf-drop-caps.ts";
import { type Group, groupsOf } from "#server/import/pdf-groups.ts";
import { type Compounds, compoundsIn } from "#server/import/pdf-joining.ts";
import { type Body, labelsOf } from "#server/import/pdf-labels.ts";
import { type Line, mainOf, type Part, type Run, textOfLine } from "#server/import/pdf-lines.ts";
import { noteParagraphs, notesApart } from "#server/import/pdf-notes.ts";
import { readSheets, type Sheet } from "#server/import/pdf-pages.ts";
import { paragraphsOf } from "#server/import/pdf-paragraphs.ts";
import { runningHeads } from "#server/import/pdf-running-heads.ts";
import { type Draft, toPieces } from "#server/import/pieces.ts";

/** Of the pages of a scan, this share and less have words: a cover that a library put before it, or nothing. */
const SCANNED = 0.2;

/**
 * Pieces of a PDF and what it says of itself: text, then notes, then what ran along its pages. Rejects with `invalid` for what
 * is locked, damaged or only pictures of pages, `too-large` for too many pages.
 */
export async function readPdf(bytes: Uint8Array): Promise<PageFacts & { readonly pieces: Piece[] }> {
  const { facts, sheets } = await readSheets(bytes);
  const runs = sheets.flatMap((sheet) => sheet.runs);
  const body: Body = runs.length === 0 ? { size: 0, font: "" } : mainOf(runs);
  const { lines, sayings } = linesOf(sheets, body);
  const worded = new Set(lines.map(({ page }) => page)).size;
  if (lines.length === 0 || worded <= SCANNED * sheets.length) throw new Problem("invalid", importWords.scannedPdf);
  const compounds = compoundsIn(lines.map(textOfLine));
  const parts = notesApart(lines, body.size);
  const notes = noteParagraphs(withPageMarks(parts.notes, sheets), compounds);
  const drafts = [
    ...textDrafts(withPageMarks(parts.body, sheets), body, compounds),
    ...notes.map((note) => draft("other", [element("section", [paragraph(note.parts)], { dataFootnotes: "" })])),
    ...sayings.map((said) => ({ ...draft("paragraph", [words(said.join(" · "))]), clutter: "running-head" as const })),
  ];
  return { ...facts, pieces: toPieces(drafts) };
}

/** Lines without what runs along the pages; with it where there is nothing else. */
function linesOf(sheets: readonly Sheet[], body: Body): { lines: Line[]; sayings: readonly (readonly string[])[] } {
  const heads = runningHeads(sheets, body.size);
  const without = pageLines(sheets, body, heads.runs);
  return without.length > 0
    ? { lines: without, sayings: heads.sayings }
    : { lines: pageLines(sheets, body, new Set()), sayings: [] };
}

function pageLines(sheets: readonly Sheet[], body: Body, left: ReadonlySet<Run>): Line[] {
  return sheets.flatMap(({ runs, turned }, page) => {
    const own = runs.filter((run) => !left.has(run));
    return [withDropCaps(own, body.size), ...turned].flatMap((side) => linesInOrder(side, page));
  });
}

/** The first line of each page begins with its label. */
function withPageMarks(lines: readonly Line[], sheets: readonly Sheet[]): Line[] {
  let last = -1;
  return lines.map((line) => {
    if (line.page === last) return line;
    last = line.page;
    return { ...line, parts: [{ kind: "page", text: sheets[line.page]?.label ?? "" }, ...line.parts] };
  });
}

function textDrafts(lines: readonly Line[], body: Body, compounds: Compounds): Draft[] {
  const paragraphs = paragraphsOf(lines, compounds);
  return groupsOf(paragraphs, labelsOf(paragraphs, body)).map((group) => draft(group.label, [nodeOf(group)]));
}

function nodeOf({ label, members }: Group): Element {
  const lines = members.map(inline);
  if (label === "item")
    return element(
      "ul",
      lines.map((line) => element("li", line)),
    );
  const children = lines.flatMap((line, index) => (index === 0 ? line : [element("br", []), ...line]));
  return element("p", children, label === "verse" ? { dataKind: "verse" } : {});
}

function draft(label: PieceLabel, nodes: readonly Element[]): Draft {
  return { label, clutter: null, nodes };
}

function words(text: string): Element {
  return element("p", [textNode(text)]);
}

function paragraph(parts: readonly Part[]): Element {
  return element("p", inline(parts));
}

function inline(parts: readonly Part[]): Element["children"] {
  return parts.map((part) => {
    if (part.kind === "page") return pageMark(part.text);
    return part.kind === "raised" ? element("sup", [textNode(part.text)]) : textNode(part.text);
  });
}
