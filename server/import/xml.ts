/**
 * The XML of books and documents, read as HTML: names, attributes and words are all that is asked of it, and a parser of HTML
 * knows no entities to expand and fetches nothing.
 */
import type { Element, Root } from "hast";
import { decode } from "#server/import/decode.ts";
import { elementsOf, textOf } from "#server/import/element.ts";
import { parsePage } from "#server/import/parse.ts";

const voids = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const selfClosed = /<([A-Za-z][\w:.-]{0,60})((?:\s[^<>]{0,4000})?)\/>/gu;

/** The tree of an XML file; names are in small letters. An empty one for no bytes. */
export function parseXml(bytes: Uint8Array | undefined): Root {
  if (bytes === undefined || bytes.byteLength === 0) return { type: "root", children: [] };
  return parsePage(closed(decode(bytes)).replace(/^\s*<\?xml[^>]{0,500}\?>/u, ""));
}

/** The tree of XML whose names mean other things in HTML (`head`, `body`, `table`): each stands for itself alone. */
export function parseNamed(source: string): Root {
  const apart = closed(source).replace(/<(\/?)([A-Za-z])/gu, `<$1${APART}$2`);
  const tree = parsePage(apart.replace(/<[?!][^>]{0,2000}>/gu, ""));
  for (const node of elementsOf(tree))
    if (node.tagName.startsWith(APART)) node.tagName = node.tagName.slice(APART.length);
  return tree;
}

const APART = "x-";

/** `<title/>` would be a title that never ends, and CDATA a comment. */
function closed(source: string): string {
  return withoutCdata(source).replace(selfClosed, (tag, name: string, rest: string) =>
    voids.has(name.toLowerCase()) ? tag : `<${name}${rest}></${name}>`,
  );
}

/** The same words escaped; a section that does not end is left as it is. Each part is looked at once. */
function withoutCdata(source: string): string {
  const [before = "", ...sections] = source.split("<![CDATA[");
  const rest = sections.map((section) => {
    const end = section.indexOf("]]>");
    if (end === -1) return section;
    const words = section.slice(0, end).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    return words + section.slice(end + 3);
  });
  return before + rest.join("");
}

/** Elements of that name, with or without a prefix, in document order. */
export function named(tree: Root | Element, name: string): readonly Element[] {
  return elementsOf(tree).filter(({ tagName }) => tagName === name || tagName.endsWith(`:${name}`));
}

/** An attribute by the name that the file has for it, "" for none. */
export function attribute({ properties }: Element, name: string): string {
  const camel = name.replace(/[-:]([a-z])/gu, (_, letter: string) => letter.toUpperCase());
  const value = properties[name] ?? properties[camel];
  return Array.isArray(value) ? value.join(" ") : value == null || value === false ? "" : String(value);
}

/** The words of the first element of that name, in one line. */
export function firstText(tree: Root, name: string): string {
  const [first] = named(tree, name);
  return first === undefined ? "" : lineOf(first);
}

/** The words of an element in one line. */
export function lineOf(node: Element): string {
  return textOf(node).replace(/\s+/gu, " ").trim();
}
