/** HTML to pieces: whole pages and fragments, also what Markdown becomes. */
import type { Element, Root } from "hast";
import type { Piece, PieceLabel } from "#app/domain/document/document.ts";
import { findClutter } from "#server/import/clutter.ts";
import { labelOf } from "#server/import/dress.ts";
import { isElement, textOf } from "#server/import/element.ts";
import type { PageFacts } from "#server/import/facts.ts";
import { flow } from "#server/import/flow.ts";
import { dropFurniture, mainContent, outerTitle, plainNames } from "#server/import/html-main.ts";
import { keepLinkedIds } from "#server/import/ids.ts";
import { factsOfPage } from "#server/import/page-facts.ts";
import { parsePage } from "#server/import/parse.ts";
import { type Draft, plainText, toPieces } from "#server/import/pieces.ts";
import { turnsIn, wholeEmphasis } from "#server/import/rich-labels.ts";
import { sanitise } from "#server/import/schema.ts";

/** Pieces of a page and what its head says. */
export function readHtml(source: string): PageFacts & { readonly pieces: Piece[] } {
  const page = parsePage(source);
  const facts = factsOfPage(page);
  return { ...facts, pieces: piecesOfTree(page) };
}

/** Pieces of a parsed page (which is changed): the text alone, sanitised, as canonical flow, labelled. */
export function piecesOfTree(page: Root): Piece[] {
  const main = mainContent(page);
  const title = outerTitle(page, main);
  const tree: Root = { type: "root", children: title === null ? [main] : [title, main] };
  dropFurniture(main);
  plainNames(main);
  keepLinkedIds(tree);
  return toPieces(draftsOf(flow(sanitise(tree).children)));
}

function draftsOf(nodes: readonly Element[]): Draft[] {
  const labels = labelsOf(nodes);
  const lines = nodes.map((node, index) => ({ text: plainText([node]), shaped: isShaped(labels[index]) }));
  const clutter = findClutter(lines);
  return nodes.map((node, index) => ({
    label: captionBefore(index, nodes, labels, clutter) ? "caption" : (labels[index] ?? "other"),
    clutter: clutter[index] ?? null,
    nodes: [labels[index] === "standfirst" ? withoutEmphasis(node) : node],
  }));
}

/** A standfirst is set in italics by its kind; emphasis around all of it would undo that. A no-break space beside it stays. */
function withoutEmphasis(node: Element): Element {
  const emphasis = wholeEmphasis(node);
  return emphasis === null || node.children.length > 1 ? node : { ...node, children: emphasis.children };
}

/** The title is the only `h1`, or the first of several when nothing stands before it; the others are headings. */
function labelsOf(nodes: readonly Element[]): PieceLabel[] {
  const titles = nodes.filter((node) => node.tagName === "h1");
  const title = titles.length === 1 || nodes[0] === titles[0] ? titles[0] : undefined;
  const turns = turnsIn(nodes);
  return nodes.map((node, index) => {
    if (node.tagName === "h1") return node === title ? "title" : "heading";
    const label = labelOf(node);
    const isSecond = title !== undefined && nodes[index - 1] === title;
    if (isSecond && label === "paragraph" && wholeEmphasis(node) !== null) return "standfirst";
    if (turns.has(node)) return "speech";
    return label === "paragraph" && isStanza(node) ? "verse" : label;
  });
}

/** Three short lines at least, parted by breaks. */
function isStanza(node: Element): boolean {
  if (!node.children.some((child) => isElement(child, "br"))) return false;
  const lines = textOf(node).split("\n");
  return lines.length >= 3 && lines.every((line) => line.length <= 80);
}

function isShaped(label: PieceLabel | undefined): boolean {
  return label !== "paragraph" && label !== "heading" && label !== "subheading";
}

/** A short paragraph right before an image credit, which does not end as a sentence. */
function captionBefore(
  index: number,
  nodes: readonly Element[],
  labels: readonly PieceLabel[],
  clutter: readonly (string | null)[],
): boolean {
  const node = nodes[index];
  if (node === undefined || index === 0 || labels[index] !== "paragraph") return false;
  if (clutter[index] !== null || clutter[index + 1] !== "image-credit") return false;
  const text = textOf(node);
  return text.length <= 200 && !/[.!?:]["”’]?$/.test(text);
}
