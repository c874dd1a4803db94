/**
 * Any sanitised tree as canonical flow: a list of paragraphs, headings, quotations, lists, tables, code and rules whose
 * leaves hold only inline content. What comes out parses back as it was written, and coming through twice changes nothing.
 */
import type { Element, ElementContent, Nodes, Properties, RootContent } from "hast";
import { element, isElement, property, textNode, textOf } from "#server/import/element.ts";
import { pageMark, pagesIn } from "#server/import/page-marks.ts";
import { blockHolders, isInline, noteIds, phrasing } from "#server/import/phrasing.ts";
import { layoutCells, sectionsOf } from "#server/import/table.ts";
import { splitAtGaps, stableText } from "#server/import/white-space.ts";

/** What the walk carries. */
export type FlowState = {
  readonly holders: ReadonlySet<Nodes>;
  /** Ids met on the way that wait for the next leaf; they become `<a id>` marks at its start. */
  readonly ids: string[];
  /** Labels of pages that begin where no text is; their marks stand at the start of the next leaf. */
  readonly pages: string[];
  /** Line ends of the source count as breaks (verse out of a plain text). */
  readonly keepLines: boolean;
};

/** Deeper lists and quotations are flattened; an outline that numbers from I to (iv) has six levels. */
const maxDepth = 16;

/** Canonical flow of sanitised nodes. Empty blocks are gone, ids stand as marks, inline runs are paragraphs. */
export function flow(nodes: readonly RootContent[], options: { readonly keepLines?: boolean } = {}): Element[] {
  const holders = blockHolders({ type: "root", children: [...nodes] });
  return blocks(nodes, { holders, ids: [], pages: [], keepLines: options.keepLines ?? false }, 0);
}

function blocks(nodes: readonly Nodes[], state: FlowState, depth: number): Element[] {
  const found: Element[] = [];
  let run: Nodes[] = [];
  const flush = () => {
    for (const paragraph of paragraphs(run, {}, state)) found.push(paragraph);
    run = [];
  };
  for (const node of nodes) {
    if (isInline(node) && !state.holders.has(node)) run.push(node);
    else if (isElement(node)) {
      flush();
      for (const child of block(node, state, depth)) found.push(child);
    }
  }
  flush();
  return found;
}

function block(node: Element, state: FlowState, depth: number): Element[] {
  if (!isElement(node, "p", "h1", "h2", "h3", "h4", "li", "td", "th", "pre")) noteIds(node, state.ids);
  switch (node.tagName) {
    case "hr":
      return [element("hr", [])];
    case "pre":
      return code(node, state);
    case "h1":
    case "h2":
    case "h3":
    case "h4":
      return leaf(depth === 0 ? node.tagName : "p", node.children, marks(node), state);
    case "blockquote":
    case "section":
      return container(node, state, depth);
    case "ul":
    case "ol":
      return list(node, state, depth);
    case "dl":
      return definitions(node, state);
    case "table":
      return table(node, state, depth);
    default:
      return plainBlock(node, state, depth);
  }
}

/** `p`, and whatever only groups: its blocks, or its paragraphs where it has none. */
function plainBlock(node: Element, state: FlowState, depth: number): Element[] {
  if (node.tagName === "p") noteIds(node, state.ids);
  const { dataKind } = node.properties;
  if (!state.holders.has(node)) return paragraphs(node.children, marks(node), state);
  const children = blocks(node.children, state, depth);
  if (dataKind === undefined) return children;
  return children.map((child) =>
    child.tagName === "p" ? { ...child, properties: { dataKind, ...child.properties } } : child,
  );
}

function paragraphs(run: readonly Nodes[], properties: Properties, state: FlowState): Element[] {
  return splitAtGaps(run).flatMap((group) => leaf("p", group, properties, state));
}

function leaf(tagName: string, nodes: readonly Nodes[], properties: Properties, state: FlowState): Element[] {
  const children = phrasing(nodes, state.ids, state.keepLines);
  return marked(tagName, children, properties, state);
}

/** The leaf with the waiting ids and pages as marks, or nothing (and they wait on) where it has no text. */
function marked(tagName: string, children: ElementContent[], properties: Properties, state: FlowState): Element[] {
  const made = element(tagName, children, properties);
  if (textOf(made).trim() === "") {
    state.pages.push(...pagesIn(made));
    return [];
  }
  const ids = state.ids.splice(0).map((id) => element("a", [], { id }));
  made.children.unshift(...ids, ...state.pages.splice(0).map(pageMark));
  return [made];
}

/** The text of a listing with its own white space; marks of a highlighter go. A line end right after `<pre>` would be eaten. */
function code(node: Element, state: FlowState): Element[] {
  noteIds(node, state.ids, true);
  state.pages.push(...pagesIn(node));
  const value = stableText(textOf(node)).replace(/^\n+/, "").trimEnd();
  return marked("pre", [textNode(value)], marks(node), state);
}

function container(node: Element, state: FlowState, depth: number): Element[] {
  const isNotes = node.properties.dataFootnotes !== undefined;
  if (node.tagName === "section" && !isNotes) return blocks(node.children, state, depth);
  const children = blocks(node.children, state, depth + 1);
  if (children.length === 0 || depth >= maxDepth) return children;
  return [isNotes ? element("section", children, { dataFootnotes: "" }) : element("blockquote", children, marks(node))];
}

function list(node: Element, state: FlowState, depth: number): Element[] {
  if (depth >= maxDepth) return blocks(node.children, state, depth);
  const items = node.children.flatMap((child) => item(child, state, depth));
  const start = node.tagName === "ol" ? property(node, "start") : null;
  return items.length === 0
    ? []
    : [element(node.tagName, items, start === null || start === "1" ? {} : { start: Number(start) })];
}

function item(node: ElementContent, state: FlowState, depth: number): Element[] {
  if (node.type === "element") noteIds(node, state.ids);
  const content = isElement(node, "li") ? node.children : [node];
  const holdsBlock = content.some((child) => state.holders.has(child) || !isInline(child));
  if (!holdsBlock) return leaf("li", content, isElement(node, "li") ? marks(node) : {}, state);
  const inner = blocks(content, state, depth + 1);
  const [only] = inner;
  if (inner.length === 1 && isElement(only, "p")) return [{ ...only, tagName: "li" }];
  return inner.length === 0 ? [] : [element("li", inner)];
}

function definitions(node: Element, state: FlowState): Element[] {
  const entries = node.children.flatMap((child) => (isElement(child, "div") ? child.children : [child]));
  const parts = entries.flatMap((child) => leaf(isElement(child, "dt") ? "dt" : "dd", [child], {}, state));
  return parts.length === 0 ? [] : [element("dl", parts)];
}

function table(node: Element, state: FlowState, depth: number): Element[] {
  const cells = layoutCells(node);
  if (cells !== null || depth > 0) return (cells ?? node.children).flatMap((part) => blocks([part], state, depth));
  const captions = node.children.filter((child) => isElement(child, "caption"));
  const title = captions.flatMap((caption) => leaf("p", [caption], { dataKind: "caption" }, state));
  const sections = sectionsOf(node, (cell) => {
    noteIds(cell, state.ids);
    const { colSpan, rowSpan } = cell.properties;
    const spans = { ...(colSpan === undefined ? {} : { colSpan }), ...(rowSpan === undefined ? {} : { rowSpan }) };
    return (
      leaf(cell.tagName, cell.children, { ...marks(cell), ...spans }, state)[0] ?? element(cell.tagName, [], spans)
    );
  });
  const hasText = sections.some((section) => textOf(section).trim() !== "");
  return hasText ? [...title, element("table", sections)] : title;
}

/** What a block keeps of its own properties. */
function marks(node: Element): Properties {
  const { dir, lang, dataKind } = node.properties;
  return {
    ...(dir === undefined ? {} : { dir }),
    ...(lang === undefined ? {} : { lang }),
    ...(node.tagName === "p" || node.tagName === "div" ? (dataKind === undefined ? {} : { dataKind }) : {}),
  };
}
