/** White space of one leaf block, as a browser would show it: runs become one space, none at the ends or beside a break. */
import type { Element, ElementContent, Nodes, Text } from "hast";
import { element, isElement, textNode } from "#server/import/element.ts";
import { markedPage } from "#server/import/page-marks.ts";

/** C0 and C1 controls and lone surrogates: a parser or a UTF-8 store would change them, and with them every offset behind. */
const unstable = /(?![\t\n])\p{Cc}|\p{Surrogate}/gu;
const lineEnd = /\r\n?|[\f\v\u0085\u2028\u2029]/g;

/** A text value without what cannot survive being written and parsed again; every line or page end becomes "\n". */
export function stableText(value: string): string {
  return value.replace(lineEnd, "\n").replace(unstable, (found) => (found >= "\ud800" ? "\ufffd" : ""));
}

/** Property of a `<br>` that stands for the edge of a block; `collapse` merges and removes it. */
export const blockEdge = "edge";

/** Where the walk along a leaf stands. */
type Line = {
  /** At the start of a line, or after a space. */
  atStart: boolean;
  /** The last text on this line. */
  last: Text | null;
  /** True once there was any text. */
  begun: boolean;
  /** Breaks since the last text; those at the start and the end of the leaf go. */
  readonly breaks: Element[];
  /** The last break stands inside an inline element. */
  brokeInside: boolean;
  readonly dropped: Set<Element>;
};

/**
 * Inline nodes with their white space collapsed, outer breaks and empty elements gone. Idempotent. No-break spaces stay.
 * Two breaks that meet are one inside an inline element: a gap there would part the paragraph once the element is gone.
 */
export function collapse(nodes: readonly ElementContent[]): ElementContent[] {
  const line: Line = { atStart: true, last: null, begun: false, breaks: [], brokeInside: false, dropped: new Set() };
  const collapsed = nodes.map((node) => collapseNode(node, line, false));
  trimEnd(line);
  for (const end of line.breaks) line.dropped.add(end);
  return withoutEmpty(collapsed, line.dropped);
}

/** Groups that two breaks or more part: pages without paragraphs part them so. */
export function splitAtGaps<Node extends Nodes>(nodes: readonly Node[]): Node[][] {
  const groups: Node[][] = [[]];
  let breaks = 0;
  for (const node of nodes) {
    const isBreak = isElement(node, "br");
    if (!isBreak && !(node.type === "text" && node.value.trim() === "")) {
      if (breaks >= 2) groups.push([]);
      breaks = 0;
    }
    if (isBreak) breaks += 1;
    groups.at(-1)?.push(node);
  }
  return groups;
}

function collapseNode(node: ElementContent, line: Line, isInside: boolean): ElementContent {
  if (node.type === "text") return collapseText(node.value, line);
  if (node.type !== "element") return node;
  if (node.tagName !== "br") {
    return { ...node, children: node.children.map((child) => collapseNode(child, line, true)) };
  }
  trimEnd(line);
  line.atStart = true;
  const lineBreak = element("br", []);
  // The edges of blocks that became lines: two that meet are one line end, too.
  const isSpare = line.breaks.length > 0 && (node.properties[blockEdge] === true || isInside || line.brokeInside);
  line.brokeInside = isInside;
  if (!line.begun || isSpare) line.dropped.add(lineBreak);
  else line.breaks.push(lineBreak);
  return lineBreak;
}

function collapseText(value: string, line: Line): Text {
  const collapsed = stableText(value).replace(/[ \t\n]+/g, " ");
  const text = textNode(line.atStart && collapsed.startsWith(" ") ? collapsed.slice(1) : collapsed);
  if (text.value !== "") {
    line.atStart = text.value.endsWith(" ");
    line.last = text;
    line.begun = true;
    line.breaks.length = 0;
  }
  return text;
}

function trimEnd(line: Line): void {
  if (line.last?.value.endsWith(" ")) line.last.value = line.last.value.slice(0, -1);
  line.last = null;
}

function withoutEmpty(nodes: readonly ElementContent[], dropped: ReadonlySet<Element>): ElementContent[] {
  const kept: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === "text" && node.value !== "") kept.push(node);
    if (node.type !== "element" || dropped.has(node)) continue;
    // An empty `<a id>` is the mark that a link leads to, an empty `<span data-page>` that of a page.
    const isMark = node.properties.id !== undefined || markedPage(node) !== null;
    if (node.tagName === "br" || isMark) kept.push(node);
    else {
      const children = withoutEmpty(node.children, dropped);
      if (children.length > 0) kept.push({ ...node, children });
    }
  }
  return kept;
}
