/** What the paragraphs of a PDF are, by the size and the font of their letters. */
import type { PieceLabel } from "#app/domain/document/document.ts";
import { textOfLine } from "#server/import/pdf-lines.ts";
import type { Paragraph } from "#server/import/pdf-paragraphs.ts";

/** Size (points) and font of most letters of a text. */
export type Body = { readonly size: number; readonly font: string };

/** Of the size of the text: titles and headings are larger than this. */
const TITLE = 1.25;
const HEADING = 1.12;
/** Headings as large as the largest but for this share are of its level. */
const SAME_LEVEL = 0.93;
/** UTF-16 code units and lines of a heading that is told by its size, and of one that only has another font. */
const LONGEST = { bySize: 200, byFont: 120 };
const MOST_LINES = { bySize: 4, byFont: 2 };
/** Pages on which a title is looked for: it may follow a cover. */
const TITLE_PAGES = 2;

/** The label of each paragraph, in order. */
export function labelsOf(paragraphs: readonly Paragraph[], body: Body): PieceLabel[] {
  const title = titleIn(paragraphs, body);
  const large = paragraphs.filter(
    (each) => each !== title && sizeOf(each) > HEADING * body.size && isShort(each, "bySize"),
  );
  const bySize = new Set(large);
  const largest = large.reduce((most, each) => Math.max(most, sizeOf(each)), 0);
  return paragraphs.map((paragraph): PieceLabel => {
    if (paragraph === title) return "title";
    if (bySize.has(paragraph)) return sizeOf(paragraph) >= SAME_LEVEL * largest ? "heading" : "subheading";
    if (!isByFont(paragraph, body)) return "paragraph";
    return largest === 0 ? "heading" : "subheading";
  });
}

/** The first of the largest ones at the beginning. */
function titleIn(paragraphs: readonly Paragraph[], { size }: Body): Paragraph | undefined {
  const begun = paragraphs[0]?.lines[0]?.page ?? 0;
  const first = paragraphs.filter(({ lines }) => (lines[0]?.page ?? 0) < begun + TITLE_PAGES);
  const large = first.filter((each) => sizeOf(each) > TITLE * size && isShort(each, "bySize"));
  return large.reduce<Paragraph | undefined>(
    (most, each) => (most === undefined || sizeOf(each) > sizeOf(most) + 0.1 ? each : most),
    undefined,
  );
}

function isByFont(paragraph: Paragraph, { font }: Body): boolean {
  const text = textOf(paragraph);
  return (
    isShort(paragraph, "byFont") &&
    paragraph.lines.every((line) => line.font !== null && line.font !== font) &&
    /^[\p{Lu}\p{N}]/u.test(text) &&
    /[\p{L}\p{N})]$/u.test(text)
  );
}

function isShort(paragraph: Paragraph, by: "bySize" | "byFont"): boolean {
  const text = textOf(paragraph);
  const isBrief = paragraph.lines.length <= MOST_LINES[by] && text.length <= LONGEST[by];
  // A row of dots leads to the page of a heading, in the list of contents.
  return isBrief && /[\p{L}\p{N}]/u.test(text) && !/(?:\. ?){5}/u.test(text);
}

function textOf({ lines }: Paragraph): string {
  return lines.map(textOfLine).join(" ");
}

function sizeOf({ lines }: Paragraph): number {
  return lines[0]?.size ?? 0;
}
