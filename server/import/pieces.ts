/** From labelled elements to the pieces that the preview shows and `buildRevision` takes back. */
import type { Element } from "hast";
import { toHtml } from "hast-util-to-html";
import type { ClutterKind, Piece, PieceLabel } from "#app/domain/document/document.ts";
import { Problem } from "#app/domain/problem.ts";
import { importWords } from "#app/words/import.ts";
import { dress } from "#server/import/dress.ts";
import { isElement, textOf } from "#server/import/element.ts";

/** One top-level piece on its way: canonical flow, the label it should wear, and why it may be clutter. */
export type Draft = {
  readonly label: PieceLabel;
  readonly clutter: ClutterKind | null;
  readonly nodes: readonly Element[];
};

/** Most pieces of one import; above it neither the preview nor a reader could use the page. 5 MB of prose make 13,000. */
export const MAX_PIECES = 50_000;

/** Pieces numbered from 0. Throws `too-large` above `MAX_PIECES`. */
export function toPieces(drafts: readonly Draft[]): Piece[] {
  if (drafts.length > MAX_PIECES) throw new Problem("too-large", importWords.tooManyPieces(MAX_PIECES));
  return drafts.map(({ label, clutter, nodes }, id) => {
    const dressed = dress(nodes, label);
    return { id, label, clutter, html: toHtml(dressed), text: plainText(dressed) };
  });
}

/** Text of flow: its leaves a line each, line ends of a source file as spaces except in code. */
export function plainText(nodes: readonly Element[]): string {
  return nodes.flatMap(leafTexts).join("\n");
}

function leafTexts(node: Element): string[] {
  const blocks = node.children.filter((child) => isElement(child, ...grouped));
  if (blocks.length > 0) return blocks.flatMap((child) => (isElement(child) ? leafTexts(child) : []));
  const text = node.tagName === "pre" ? textOf(node) : lineText(node);
  return text === "" ? [] : [text];
}

function lineText(node: Element): string {
  return node.children
    .map((child) => (child.type === "text" ? child.value.replaceAll("\n", " ") : textOf(child)))
    .join("");
}

/** Elements whose presence makes their parent a group and no leaf. */
const grouped = "p h1 h2 h3 h4 blockquote ul ol li dl dt dd pre table thead tbody tfoot tr th td section".split(" ");
