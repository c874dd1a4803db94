/** Paragraphs of a PDF that make one piece: the items of a list, and the lines of a stanza. */
import type { PieceLabel } from "#app/domain/document/document.ts";
import { type Line, type Part, textOfLine } from "#server/import/pdf-lines.ts";
import type { Paragraph } from "#server/import/pdf-paragraphs.ts";

/** What stands in one piece, each with a line or an item of its own where there are several. */
export type Group = { readonly label: PieceLabel; readonly members: readonly (readonly Part[])[] };

/** Lines that a stanza has at least, how much of the column they fill, and how far apart they are in font sizes. */
const FEWEST = 3;
const FILLED = 0.75;
const APART = 1.6;

const bullet = /^[•◦▪‣●]\s*/u;

/** Groups of paragraphs with their labels, in order. In prose a line is short because its paragraph ends, in verse all are. */
export function groupsOf(paragraphs: readonly Paragraph[], labels: readonly PieceLabel[]): Group[] {
  const runs: { label: PieceLabel; members: Paragraph[] }[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    const label = isItem(paragraph) ? "item" : (labels[index] ?? "paragraph");
    const last = runs.at(-1);
    if (last?.label === label && goesOn(label, last.members, paragraph)) last.members.push(paragraph);
    else runs.push({ label, members: [paragraph] });
  }
  return runs.flatMap(({ label, members }): Group[] => {
    if (label === "item") return [{ label, members: members.map(({ parts }) => withoutBullet(parts)) }];
    if (members.length >= FEWEST) return [{ label: "verse", members: members.map(({ parts }) => parts) }];
    return members.map(({ parts }) => ({ label, members: [parts] }));
  });
}

function goesOn(label: PieceLabel, before: readonly Paragraph[], { lines }: Paragraph): boolean {
  if (label === "item") return true;
  const [last, next] = [before.at(-1)?.lines, lines];
  const [a, b] = [last?.[0], next[0]];
  if (label !== "paragraph" || a === undefined || b === undefined) return false;
  if (last?.length !== 1 || next.length !== 1 || a.column !== b.column) return false;
  return b.base - a.base < APART * b.size && isShort(a) && isShort(b);
}

function isShort({ left, right, column }: Line): boolean {
  return right - left < FILLED * (column.right - column.left);
}

function isItem({ lines: [first] }: Paragraph): boolean {
  return first !== undefined && bullet.test(textOfLine(first)) && textOfLine(first).replace(bullet, "") !== "";
}

function withoutBullet(parts: readonly Part[]): readonly Part[] {
  const at = parts.findIndex(({ kind }) => kind === "words");
  return parts.map((part, index) => (index === at ? { ...part, text: part.text.replace(bullet, "") } : part));
}
