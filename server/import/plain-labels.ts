/** Labels for the units of a plain text: title, standfirst, headings and captions are told by length, ending and place. */
import type { ClutterKind, PieceLabel } from "#app/domain/document/document.ts";
import type { Unit } from "#server/import/plain-units.ts";

export type Entry = { readonly unit: Unit; readonly text: string; readonly clutter: ClutterKind | null };

/** UTF-16 code units. Titles of essays run long; a heading above 80 is a sentence. */
const longest = { title: 200, standfirst: 300, heading: 80, question: 60, caption: 200 } as const;

const byline = /^(?:by|von|par|por|di)\s+\p{Lu}/iu;
const chapter =
  /^(?:chapter|part|book|act|scene|section|canto|kapitel|teil|chapitre|partie|capítulo|[IVXLC]{1,7}\.?$|\d{1,3}\.?$)/i;
const numbered = /^\d{1,3}(?:\.\d{1,3}){1,4}\.?\s/;
const startsAsHeading = /^["“‘«¿]?[\p{Lu}\p{Lo}\p{N}]/u;

/** One label for each entry, in order. */
export function labelEntries(entries: readonly Entry[]): PieceLabel[] {
  const labels = entries.map((entry) => byShape(entry.unit));
  const kept = [...entries.keys()].filter((index) => entries[index]?.clutter === null);
  labelCaptions(entries, labels);
  labelOpening(entries, labels, kept);
  labelHeadings(entries, labels, kept);
  return labels;
}

function byShape(unit: Unit): PieceLabel {
  if (unit.shape === "list") return "item";
  if (unit.shape === "line" || unit.shape === "prose") return "paragraph";
  return unit.shape === "rule" ? "other" : unit.shape;
}

/** The lines right before an image credit: those of its group, or one short line above it. The first line is the title. */
function labelCaptions(entries: readonly Entry[], labels: PieceLabel[]): void {
  for (const [index, credit] of entries.entries()) {
    if (credit.clutter !== "image-credit") continue;
    for (let above = index - 1; above > 0; above -= 1) {
      const entry = entries[above];
      if (
        entry === undefined ||
        entry.clutter !== null ||
        entry.unit.shape !== "line" ||
        entry.text.length > longest.caption
      )
        break;
      const sameGroup = entry.unit.group === credit.unit.group;
      if (!sameGroup && (above < index - 1 || /[.!?:]["”’]?$/.test(entry.text))) break;
      labels[above] = "caption";
    }
  }
}

/** The first line is the title unless it ends like a sentence; a line below it that does not end at all is the standfirst. */
function labelOpening(entries: readonly Entry[], labels: PieceLabel[], kept: readonly number[]): void {
  const [first, second] = kept;
  const title = first === undefined ? undefined : entries[first];
  if (first === undefined || title === undefined || second === undefined) return;
  if (title.unit.shape !== "line" || title.text.length > longest.title || /[.,;:]$/.test(title.text)) return;
  if (!/\p{L}|\p{N}/u.test(title.text)) return;
  labels[first] = "title";
  const below = entries[second];
  if (below === undefined || labels[second] !== "paragraph" || kept[2] === undefined) return;
  const isOpen = !/[.,;:!?…]["”’)]?$/.test(below.text) && below.text.length <= longest.standfirst;
  const isName = byline.test(below.text) || chapter.test(below.text);
  if (isOpen && !isName && below.text.split(/\s+/).length >= 4) labels[second] = "standfirst";
}

/** A short line that begins large, does not end, and stands above text. From the end, so that two in a row see the text below. */
function labelHeadings(entries: readonly Entry[], labels: PieceLabel[], kept: readonly number[]): void {
  for (let place = kept.length - 2; place >= 0; place -= 1) {
    const index = kept[place] ?? 0;
    const below = kept[place + 1] ?? 0;
    const entry = entries[index];
    const next = entries[below];
    if (entry === undefined || next === undefined || labels[index] !== "paragraph") continue;
    const standsAbove =
      labels[below] === "heading" || labels[below] === "subheading" || isBodyText(next, labels[below]);
    if (standsAbove && looksLikeHeading(entry, next))
      labels[index] = numbered.test(entry.text) ? "subheading" : "heading";
  }
}

function isBodyText(entry: Entry, label: PieceLabel | undefined): boolean {
  if (label !== "paragraph") return label !== "caption" && label !== undefined;
  return entry.text.length > longest.heading || /[.!?…:]["'”’»)]?$/.test(entry.text);
}

/** Questions count when they are short, say nothing in quotation marks, and a real paragraph answers. */
function looksLikeHeading(entry: Entry, next: Entry): boolean {
  const { text, unit } = entry;
  if (unit.shape !== "line" || text.length > longest.heading || !startsAsHeading.test(text) || byline.test(text))
    return false;
  if (unit.group === next.unit.group && !chapter.test(text) && next.text.length <= longest.heading) return false;
  if (text.endsWith("?"))
    return text.length <= longest.question && !/^["“‘«]/.test(text) && next.text.length > longest.heading;
  return !/[.,;:!…"”’»)\]-]$/.test(text) || /\p{L}[’”]$/u.test(text) || chapter.test(text);
}
