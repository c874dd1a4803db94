/** Tables: which only lay out a page, and the plain shape of those that hold data. */
import type { Element } from "hast";
import { element, elementsOf, isElement, textOf } from "#server/import/element.ts";

/** A cell above this many UTF-16 code units holds an article, not a value. */
const longestValue = 600;

/** The cells of a table that only lays out its page (one cell, or articles and tables inside), in reading order; else null. */
export function layoutCells(table: Element): Element[] | null {
  const cells = rowsOf(table).flatMap((row) => cellsOf(row));
  return cells.length === 1 || cells.some(holdsArticle) ? cells : null;
}

/** `thead`, `tbody` and `tfoot` with rows of cells made by `cell`, and nothing loose between them. */
export function sectionsOf(table: Element, cell: (cell: Element) => Element): Element[] {
  const sections: Element[] = [];
  for (const child of table.children) {
    const rows = rowsOf(isElement(child, "tr") ? element("tbody", [child]) : child).map((row) =>
      element("tr", cellsOf(row).map(cell)),
    );
    const filled = rows.filter((row) => row.children.length > 0);
    const last = sections.at(-1);
    if (filled.length === 0) continue;
    if (isElement(child, "tr") && last?.tagName === "tbody") last.children.push(...filled);
    else sections.push(element(isElement(child, "thead", "tfoot") ? child.tagName : "tbody", filled));
  }
  return sections;
}

function rowsOf(node: Element["children"][number]): Element[] {
  if (!isElement(node, "table", "thead", "tbody", "tfoot")) return [];
  return node.children.flatMap((child) => (isElement(child, "tr") ? [child] : rowsOf(child)));
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((child) => isElement(child, "td", "th"));
}

function holdsArticle(cell: Element): boolean {
  if (textOf(cell).length > longestValue) return true;
  let paragraphs = 0;
  for (const inner of elementsOf(cell)) {
    if (isElement(inner, "table", "h1", "h2", "h3", "h4", "blockquote", "pre")) return true;
    if (inner.tagName === "p") paragraphs += 1;
  }
  return paragraphs > 2;
}
