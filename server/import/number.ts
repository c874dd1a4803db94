/** Numbers the leaf blocks of a revision and writes the contract's attributes (`app/domain/document/document.ts`). */
import type { Element, ElementContent, Root, RootContent } from "hast";
import { directionOf } from "#app/domain/document/direction.ts";
import type { Block, BlockKind, PageStart } from "#app/domain/document/document.ts";
import { element, isElement, property, textOf } from "#server/import/element.ts";
import { takePages } from "#server/import/page-marks.ts";
import { isInline } from "#server/import/phrasing.ts";

export type Numbered = {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** As their marks stand; no block says of them yet. */
  readonly pages: readonly PageStart[];
  readonly dir: "ltr" | "rtl";
};

/** A leaf with what its surroundings make of it. */
type Leaf = { readonly node: Element; readonly kind: BlockKind };

/** Where a leaf stands; the innermost wins, but in a footnote everything is footnote. */
type Surroundings = "body" | "header" | "quotation" | "item" | "footnote";

/** Kinds that a seminar cites by number. */
const cited: ReadonlySet<BlockKind> = new Set(["paragraph", "quotation", "item", "verse", "speech", "code"]);

/** Marks every leaf of the tree in place, resolves links inside the text, and gives the plain text from the same walk. */
export function numberBlocks(root: Root): Numbered {
  const leaves = [...leavesIn(root.children, "body")];
  const texts: string[] = [];
  const blocks: Block[] = [];
  const places = new Map<string, string>();
  const pages: PageStart[] = [];
  let start = 0;
  let number = 0;
  for (const { node, kind } of leaves) {
    const n = blocks.length + 1;
    takeMarks(node, `#b-${n}`, places);
    pages.push(...takePages(node, start));
    const text = textOf(node);
    if (cited.has(kind)) number += 1;
    blocks.push({
      n,
      number: cited.has(kind) ? number : null,
      kind,
      level: kind === "heading" ? Number(node.tagName.at(1)) : null,
      start,
      end: start + text.length,
    });
    texts.push(text);
    start += text.length + 1;
  }
  const text = texts.join("\n");
  const dir = directionOf(text);
  for (const [index, { node, kind }] of leaves.entries()) {
    const block = blocks[index];
    if (block === undefined) continue;
    node.children = linked(node.children, places);
    node.properties = attributes(node, block, kind, ownDirection(texts[index] ?? "", dir));
  }
  return { text, blocks, pages, dir };
}

/** Leaves in document order; what has no text is no block. */
function* leavesIn(nodes: readonly RootContent[], place: Surroundings): Generator<Leaf> {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const inner = surroundings(node, place);
    if (isLeaf(node)) {
      if (textOf(node).trim() !== "") yield { node, kind: kindOf(node, inner) };
    } else yield* leavesIn(node.children, inner);
  }
}

function isLeaf(node: Element): boolean {
  if (isElement(node, "p", "h1", "h2", "h3", "h4", "pre", "td", "th", "dt", "dd")) return true;
  return node.tagName === "li" && node.children.every(isInline);
}

function surroundings(node: Element, place: Surroundings): Surroundings {
  if (place === "footnote") return "footnote";
  if (node.tagName === "header") return "header";
  if (node.tagName === "section") return "footnote";
  if (node.tagName === "blockquote") return "quotation";
  return isElement(node, "li", "dt", "dd") ? "item" : place;
}

function kindOf(node: Element, place: Surroundings): BlockKind {
  if (place === "footnote") return "footnote";
  if (node.tagName === "h1") return "title";
  if (place === "header") return "standfirst";
  if (isElement(node, "h2", "h3", "h4")) return "heading";
  if (node.tagName === "pre") return "code";
  if (isElement(node, "td", "th")) return "cell";
  const { dataKind } = node.properties;
  if (dataKind === "caption" || dataKind === "verse" || dataKind === "speech") return dataKind;
  return place === "body" ? "paragraph" : place;
}

/** Marks stand first in a leaf (`flow.ts`), in joined titles also between; all of them lead to this block. */
function takeMarks(node: Element, href: string, places: Map<string, string>): void {
  node.children = node.children.filter((child) => {
    const id = isElement(child, "a") ? property(child, "id") : null;
    if (id === null) return true;
    places.set(`#${id}`, href);
    return false;
  });
}

/** Links to a place that is left out lose their anchor and keep their words. */
function linked(nodes: readonly ElementContent[], places: ReadonlyMap<string, string>): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== "element") return [node];
    const children = linked(node.children, places);
    const href = node.tagName === "a" ? (property(node, "href") ?? "") : "";
    if (!href.startsWith("#")) return [{ ...node, children }];
    const place = places.get(href);
    return place === undefined ? children : [element("a", children, { href: place })];
  });
}

function attributes(node: Element, block: Block, kind: BlockKind, dir: "ltr" | "rtl" | null): Element["properties"] {
  const { id, dataBlock, dataStart, dataNumber, dataKind, dataPage, ...own } = node.properties;
  const isNamed = kind === "standfirst" || kind === "caption" || kind === "verse" || kind === "speech";
  return {
    id: `b-${block.n}`,
    dataBlock: block.n,
    dataStart: block.start,
    ...(block.number === null ? {} : { dataNumber: block.number }),
    ...(isNamed ? { dataKind: kind } : {}),
    ...(dir === null ? {} : { dir }),
    ...own,
  };
}

/** A block that runs against its text says so; one without letters follows. */
function ownDirection(text: string, dir: "ltr" | "rtl"): "ltr" | "rtl" | null {
  const own = directionOf(text);
  return own !== dir && /\p{L}/u.test(text) ? own : null;
}
