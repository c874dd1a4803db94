/** What stands inside one leaf block: text and inline elements, nothing else, in a shape that parses back as it was. */
import type { Element, ElementContent, Nodes } from "hast";
import { childrenOf, element, elementsOf, property, textNode } from "#server/import/element.ts";
import { markedPage, pageMark } from "#server/import/page-marks.ts";
import { idPrefix } from "#server/import/schema.ts";
import { blockEdge, collapse } from "#server/import/white-space.ts";

const inlineTags = new Set(
  "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var".split(" "),
);

/** Deeper inline elements are unwrapped: browsers flatten at 512, and nobody writes italics in italics ten times over. */
const maxDepth = 12;

const edge = { [blockEdge]: true };

export function isInline(node: Nodes): boolean {
  return node.type === "text" || (node.type === "element" && (node.tagName === "br" || inlineTags.has(node.tagName)));
}

/**
 * Inline content of `nodes`, white space collapsed; blocks among them become lines. Ids found are added to `ids`.
 * With `keepLines`, line ends of the source are breaks too.
 */
export function phrasing(nodes: readonly Nodes[], ids: string[], keepLines: boolean): ElementContent[] {
  const content = nodes.flatMap((node) => inline(node, ids, 0, false));
  return collapse(keepLines ? content.flatMap(breakLines) : content);
}

/** Adds the safe id of an element to `ids`, and those of all inside it where `deep`. */
export function noteIds(node: Element, ids: string[], deep = false): void {
  for (const found of deep ? elementsOf(node) : [node]) {
    const id = property(found, "id");
    if (id?.startsWith(idPrefix)) ids.push(id);
  }
}

function inline(node: Nodes, ids: string[], depth: number, inLink: boolean): ElementContent[] {
  if (node.type === "text") return [textNode(node.value)];
  if (node.type !== "element") return [];
  noteIds(node, ids);
  if (node.tagName === "br") return [element("br", [])];
  const page = markedPage(node);
  if (page !== null) return [pageMark(page)];
  const isLink = node.tagName === "a";
  const children = node.children.flatMap((child) => inline(child, ids, depth + 1, inLink || isLink));
  if (!inlineTags.has(node.tagName)) return [element("br", [], edge), ...children, element("br", [], edge)];
  const keeps = depth < maxDepth && (isLink ? !inLink && property(node, "href") !== null : hasMeaning(node));
  return keeps ? [element(node.tagName, children, withoutMarks(node))] : children;
}

/** A span without a language or a direction says nothing. */
function hasMeaning(node: Element): boolean {
  return node.tagName !== "span" || property(node, "lang") !== null || property(node, "dir") !== null;
}

/** Ids and block marks are given anew by `number.ts`; those that come with a text are only remembered. */
function withoutMarks(node: Element): Element["properties"] {
  const { id, dataBlock, dataStart, dataNumber, dataKind, dataPage, ...rest } = node.properties;
  return rest;
}

function breakLines(node: ElementContent): ElementContent[] {
  if (node.type === "element") return [{ ...node, children: node.children.flatMap(breakLines) }];
  if (node.type !== "text") return [];
  return node.value
    .split("\n")
    .flatMap((line, index) => (index === 0 ? [textNode(line)] : [element("br", []), textNode(line)]));
}

/** Every element that holds a block, found in one walk: asking at each level would be quadratic in the depth. */
export function blockHolders(root: Nodes): ReadonlySet<Nodes> {
  const holders = new Set<Nodes>();
  const visit = (node: Nodes): boolean => {
    let holds = false;
    for (const child of childrenOf(node)) if (visit(child)) holds = true;
    if (holds) holders.add(node);
    return holds || !(isInline(node) || node.type !== "element");
  };
  visit(root);
  return holders;
}
