/** Where a page of the source begins: an empty `<span data-page>` in a piece, later offsets and `data-page` on a block. */
import type { Element, Nodes } from "hast";
import type { PageStart } from "#app/domain/document/document.ts";
import { element, elementsOf, isElement, property, textOf } from "#server/import/element.ts";

/** UTF-16 code units of a label at most; "xxviii" has six. */
const LONGEST = 20;

/** The mark of the page with that label. */
export function pageMark(label: string): Element {
  return element("span", [], { dataPage: label });
}

/** A label in one line, not too long and without markup, "" where nothing is left of it. */
export function pageLabel(said: string): string {
  const line = said.replace(/[\s\p{Cc}\p{Surrogate}<>"&]+/gu, " ").trim();
  return line
    .slice(0, LONGEST)
    .replace(/[\ud800-\udbff]$/u, "")
    .trim();
}

/** The label of a mark; null for everything else, such as a word to which its page gave that attribute. */
export function markedPage(node: Nodes): string | null {
  if (!isElement(node, "span") || node.children.length > 0) return null;
  return pageLabel(property(node, "dataPage") ?? "") || null;
}

/** Labels of the marks in a tree, in order. */
export function pagesIn(tree: Nodes): string[] {
  return elementsOf(tree).flatMap((node) => markedPage(node) ?? []);
}

/** Takes the marks out of a leaf that begins at `start`, in place, and gives where they stood. */
export function takePages(leaf: Element, start: number): PageStart[] {
  const pages: PageStart[] = [];
  let at = start;
  const visit = (node: Element) => {
    node.children = node.children.filter((child) => {
      const label = markedPage(child);
      if (label !== null) pages.push({ label, start: at });
      if (label !== null || !isElement(child)) {
        at += textOf(child).length;
        return label === null;
      }
      if (child.children.length === 0) {
        at += textOf(child).length;
        return true;
      }
      visit(child);
      // Emphasis that held only the mark.
      return child.children.length > 0;
    });
  };
  if (pagesIn(leaf).length > 0) visit(leaf);
  return pages;
}
