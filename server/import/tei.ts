/** TEI (P4 and P5): what is read of an edition, by the meaning of its elements. Apparatus and facsimiles are left out. */
import type { Element, ElementContent, Root } from "hast";
import type { Piece } from "#app/domain/document/document.ts";
import { element, elementsOf, isElement, textNode, textOf } from "#server/import/element.ts";
import { dateLine, languageTag, type PageFacts, rightsIn } from "#server/import/facts.ts";
import { piecesOfTree } from "#server/import/html.ts";
import { pageLabel, pageMark, pagesIn } from "#server/import/page-marks.ts";
import { attribute, firstText, lineOf, named, parseNamed } from "#server/import/xml.ts";

/** Of what is there twice, what an edition prints: never as it was before it was put right. */
const unread = new Set(
  "teiheader figure graphic fw cb milestone anchor del orig sic abbr facsimile standoff".split(" "),
);
const paragraphs = new Set(
  "p ab opener closer salute signed dateline trailer byline docauthor docdate docimprint stage".split(" "),
);
const emphasis = new Set(["emph", "foreign", "title", "term"]);
const deepest = 4;

type Notes = ElementContent[][];

/** Pieces of an edition and what its header says of it. */
export function readTei(source: string): PageFacts & { readonly pieces: Piece[] } {
  const tree = parseNamed(source);
  const [header] = named(tree, "teiheader");
  const [root] = [...named(tree, "tei"), ...named(tree, "tei.2")];
  const [text] = named(tree, "text");
  const about: Root = { type: "root", children: header === undefined ? [] : [header] };
  const title = firstText(about, "title");
  const spoken = root === undefined ? "" : attribute(root, "xml:lang") || attribute(root, "lang");
  const [language] = named(about, "language");
  const notes: Notes = [];
  const body = text === undefined ? [] : blocksOf(text.children, 1, notes);
  const head = title === "" ? [] : [element("h1", [textNode(title)])];
  const page: Root = { type: "root", children: [element("body", [...head, ...body, ...listOf(notes)])] };
  return {
    title,
    author: firstText(about, "author").slice(0, 200),
    language: languageTag(spoken || (language === undefined ? "" : attribute(language, "ident"))),
    ...publicationOf(about),
    pieces: piecesOfTree(page),
  };
}

/** When and under what terms the edition was published (P5 §2.2.4). */
function publicationOf(about: Root): Pick<PageFacts, "published" | "licence" | "rights"> {
  const [statement] = named(about, "publicationstmt");
  if (statement === undefined) return { published: "", licence: "", rights: "" };
  const [date] = named(statement, "date");
  const [availability] = named(statement, "availability");
  const licences = named(statement, "licence").flatMap((node) => [attribute(node, "target"), lineOf(node)]);
  const paragraphs =
    availability === undefined ? [] : availability.children.filter((node) => isElement(node, "p", "ab"));
  return {
    published: date === undefined ? "" : dateLine(lineOf(date) || attribute(date, "when")),
    ...rightsIn([
      ...licences.map((words) => ({ words, isLicence: true })),
      ...paragraphs.map((node) => ({ words: textOf(node), isLicence: false })),
    ]),
  };
}

/** Blocks of a division; `level` is that of its headings. */
function blocksOf(children: readonly ElementContent[], level: number, notes: Notes): ElementContent[] {
  return children.flatMap((child) => (isElement(child) ? blockOf(child, level, notes) : [])).filter(isSaid);
}

function blockOf(node: Element, level: number, notes: Notes): ElementContent[] {
  const { tagName: name, children } = node;
  if (unread.has(name)) return [];
  if (name === "pb") return pageOf(node);
  if (name === "head" || name === "titlepart") {
    return [element(`h${Math.max(2, Math.min(level, deepest))}`, inlineOf(children, notes))];
  }
  if (paragraphs.has(name)) return [element("p", inlineOf(children, notes))];
  if (name === "sp") return turnsOf(node, notes);
  if (name === "lg" && !named(node, "lg").some((one) => one !== node)) return [stanza(node, notes)];
  if (name === "l") return [element("p", inlineOf(children, notes))];
  if (name === "quote" || name === "cit" || name === "epigraph") {
    const inside = blocksOf(children, level, notes);
    return [element("blockquote", inside.length > 0 ? inside : [element("p", inlineOf(children, notes))])];
  }
  if (name === "list") return [element("ul", itemsOf(node, "item", "li", notes))];
  if (name === "table") {
    const rows = named(node, "row").map((row) => element("tr", itemsOf(row, "cell", "td", notes)));
    return [element("table", rows)];
  }
  const isDivision = /^div\d?$/u.test(name);
  return blocksOf(children, isDivision ? level + 1 : level, notes);
}

/** What somebody says, each part of it as a turn of its own: "NAME: words". */
function turnsOf(node: Element, notes: Notes): ElementContent[] {
  const speaker = firstText({ type: "root", children: [node] }, "speaker");
  const said = node.children.flatMap((child) =>
    isElement(child) && child.tagName !== "speaker" ? blockOf(child, deepest, notes) : [],
  );
  return said.map((part, n) =>
    n === 0 && speaker !== "" && isElement(part, "p")
      ? { ...part, children: [textNode(`${speaker.replace(/[.:]$/u, "")}: `), ...part.children] }
      : part,
  );
}

/** Lines of verse. */
function stanza(node: Element, notes: Notes): Element {
  const parts = elementsOf(node).filter((part) => isElement(part, "l", "pb"));
  const within = new Set(parts.flatMap((part) => (part.tagName === "l" ? elementsOf(part).slice(1) : [])));
  const lines: ElementContent[][] = [];
  let begun: ElementContent[] = [];
  for (const part of parts) {
    if (part.tagName === "l") lines.push([...begun.splice(0), ...inlineOf(part.children, notes)]);
    // One within a line is in its place already.
    else if (!within.has(part)) begun = pageOf(part);
  }
  const joined = lines.flatMap((line, n) => (n === 0 ? line : [element("br", []), ...line]));
  return element("p", joined);
}

function itemsOf(node: Element, name: string, as: string, notes: Notes): Element[] {
  const own = node.children.filter((child): child is Element => isElement(child, name));
  return own.map((item) => element(as, inlineOf(item.children, notes)));
}

function inlineOf(children: readonly ElementContent[], notes: Notes): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === "text") return [textNode(child.value.replace(/\s+/gu, " "))];
    if (!isElement(child) || unread.has(child.tagName)) return [];
    const inside = () => inlineOf(child.children, notes);
    if (child.tagName === "pb") return pageOf(child);
    if (child.tagName === "lb") return [textNode(" ")];
    if (child.tagName === "gap") return [textNode("[…]")];
    if (child.tagName === "note") {
      notes.push(inside());
      return [element("sup", [textNode(String(notes.length))])];
    }
    if (child.tagName === "hi") return [element(/bold/iu.test(attribute(child, "rend")) ? "strong" : "em", inside())];
    if (emphasis.has(child.tagName)) return [element("em", inside())];
    return inside();
  });
}

/** Notes of the edition at its end, with the numbers that stand in the text. */
function listOf(notes: Notes): ElementContent[] {
  return notes.map((note, n) => element("p", [textNode(`${n + 1}. `), ...note]));
}

function isSaid(node: ElementContent): boolean {
  return textOf(node).trim() !== "" || pagesIn(node).length > 0;
}

/** The mark of the page that begins there; many editions only count them. */
function pageOf(node: Element): Element[] {
  const label = pageLabel(attribute(node, "n"));
  return label === "" ? [] : [pageMark(label)];
}
