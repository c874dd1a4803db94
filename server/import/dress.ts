/** Labels and the elements that wear them, both ways. */
import type { Element, ElementContent } from "hast";
import type { PieceLabel } from "#app/domain/document/document.ts";
import { element, isElement, textNode, textOf } from "#server/import/element.ts";
import { isInline } from "#server/import/phrasing.ts";
import { collapse, splitAtGaps } from "#server/import/white-space.ts";

/** The label that an element has by itself. */
export function labelOf(node: Element): PieceLabel {
  const { dataKind } = node.properties;
  switch (node.tagName) {
    case "p":
      return isKind(dataKind) ? dataKind : "paragraph";
    case "h1":
      return "title";
    case "h2":
      return "heading";
    case "h3":
    case "h4":
      return "subheading";
    case "blockquote":
      return "quotation";
    case "ul":
    case "ol":
    case "dl":
      return "item";
    default:
      return "other";
  }
}

/** Canonical flow in the elements of `label`. What wears it already, and everything under "other", stays as it is. */
export function dress(nodes: readonly Element[], label: PieceLabel): Element[] {
  if (label === "other" || nodes.every((node) => labelOf(node) === label)) return [...nodes];
  const groups = nodes.flatMap(leavesOf).flatMap((leaf) => splitAtGaps(leaf));
  const lines = groups.map(collapse).filter((line) => line.some((child) => textOf(child).trim() !== ""));
  if (lines.length === 0) return [...nodes];
  switch (label) {
    case "title":
      return [element("h1", joined(lines))];
    case "heading":
      return [element("h2", joined(lines))];
    case "subheading":
      return [element("h3", joined(lines))];
    case "quotation":
      return [element("blockquote", wrapped(lines, "p"))];
    case "item":
      return [element("ul", wrapped(lines, "li"))];
    case "paragraph":
      return wrapped(lines, "p");
    default:
      return lines.map((line) => element("p", line, { dataKind: label }));
  }
}

function wrapped(lines: readonly ElementContent[][], tagName: string): Element[] {
  return lines.map((line) => element(tagName, line));
}

function isKind(value: unknown): value is "standfirst" | "caption" | "verse" | "speech" {
  return value === "standfirst" || value === "caption" || value === "verse" || value === "speech";
}

/** Inline content of each leaf in order. Lines of verse run on when they become prose; lines of code stay lines. */
function leavesOf(node: Element): ElementContent[][] {
  if (node.tagName === "hr") return [];
  if (node.tagName === "pre") return [node.children.flatMap(codeLines)];
  const blocks = node.children.filter((child) => child.type === "element" && !isInline(child));
  if (blocks.length > 0) return blocks.flatMap((child) => (child.type === "element" ? leavesOf(child) : []));
  if (node.children.length === 0) return [];
  return [labelOf(node) === "verse" ? runOn(node.children) : node.children];
}

function codeLines(node: ElementContent): ElementContent[] {
  if (node.type !== "text") return [node];
  return node.value
    .split("\n")
    .flatMap((line, index) => (index === 0 ? [textNode(line)] : [element("br", []), textNode(line)]));
}

function runOn(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node) => {
    if (isElement(node, "br")) return textNode(" ");
    return node.type === "element" ? { ...node, children: runOn(node.children) } : node;
  });
}

/** One line out of several; a title has no paragraphs. */
function joined(lines: readonly (readonly ElementContent[])[]): ElementContent[] {
  return collapse(runOn(lines.flatMap((line, index) => (index === 0 ? [...line] : [textNode(" "), ...line]))));
}
