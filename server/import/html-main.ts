/** Which part of a web page is its text, and what of the page around and inside it is not. */
import type { Element, Root } from "hast";
import { childrenOf, element, elementsOf, isElement, property, textOf } from "#server/import/element.ts";

const furniture = new Set(["nav", "aside", "footer", "script", "style", "template", "noscript", "dialog", "menu"]);
const furnitureRoles = new Set([
  "navigation",
  "banner",
  "complementary",
  "contentinfo",
  "search",
  "dialog",
  "toolbar",
  "menu",
]);

/** Elements that group without meaning of their own; everything below `main` that is not in the schema and breaks lines. */
const groups = new Set(
  (
    "address article body center details dir fieldset figure footer form frameset hgroup html legend main marquee menu multicol " +
    "optgroup search summary listing xmp"
  ).split(" "),
);

/** The largest `article` is the text only when it has most of what the page says: a front page has many. */
const mainShare = 0.6;

/** The element that holds the text: `main` or `article`, the innermost that is alone, else the body. */
export function mainContent(page: Root): Element {
  const body = elementsOf(page).find((node) => node.tagName === "body") ?? element("body", []);
  const mains = elementsOf(body).filter((node) => node.tagName === "main" || property(node, "role") === "main");
  const outer = mains.length === 1 ? (mains[0] ?? body) : body;
  const articles = elementsOf(outer).filter((node) => node.tagName === "article" && node !== outer);
  const whole = textOf(outer).length;
  return articles.find((article) => textOf(article).length > whole * mainShare) ?? outer;
}

/** The only `h1` of a page that stands outside its text is its title all the same. */
export function outerTitle(page: Root, main: Element): Element | null {
  const titles = elementsOf(page).filter((node) => node.tagName === "h1");
  const inside = elementsOf(main).some((node) => node.tagName === "h1");
  return inside || titles.length !== 1 ? null : (titles[0] ?? null);
}

/** Takes navigation, asides, footers, hidden parts and everything that runs out of the tree, in place. */
export function dropFurniture(node: Element): void {
  node.children = node.children.filter(
    (child) => child.type === "text" || (isElement(child) && !isFurniture(child, node)),
  );
  for (const child of node.children) if (isElement(child)) dropFurniture(child);
}

/** Gives the sanitiser names that it knows: groups become `div`, notes a section, standfirsts and captions a kind. In place. */
export function plainNames(node: Element): void {
  if (node.tagName === "h5" || node.tagName === "h6") node.tagName = "h4";
  if (isNotes(node)) Object.assign(node, { tagName: "section", properties: { ...node.properties, dataFootnotes: "" } });
  else if (node.tagName === "figcaption") markKind(node, "caption");
  else if (isStandfirst(node)) markKind(node, "standfirst");
  else if (groups.has(node.tagName)) node.tagName = "div";
  else if (node.tagName === "rt")
    node.children = [{ type: "text", value: " (" }, ...node.children, { type: "text", value: ")" }];
  for (const child of childrenOf(node)) if (isElement(child)) plainNames(child);
}

function markKind(node: Element, dataKind: string): void {
  node.tagName = node.tagName === "p" ? "p" : "div";
  node.properties = { ...node.properties, dataKind };
}

function isFurniture(node: Element, parent: Element): boolean {
  if (isNotes(node)) return false;
  const { hidden, ariaHidden, role } = node.properties;
  // The footer of a quotation names who said it.
  if (node.tagName === "footer" && parent.tagName === "blockquote") return false;
  if (furniture.has(node.tagName) || (typeof role === "string" && furnitureRoles.has(role))) return true;
  if (node.tagName === "header" && parent.tagName === "body") return !elementsOf(node).some(isHeaderText);
  return (hidden !== undefined && hidden !== false && hidden !== "until-found") || ariaHidden === "true";
}

/** A page's banner has a logo and links; the header of a text has its title, or the kind that Glossa writes. */
function isHeaderText(node: Element): boolean {
  return node.tagName === "h1" || property(node, "dataKind") === "standfirst";
}

function isNotes(node: Element): boolean {
  if (!isElement(node, "section", "div", "footer", "aside")) return false;
  if (node.properties.dataFootnotes !== undefined || node.properties.role === "doc-endnotes") return true;
  return classes(node).some((name) => /^(?:foot|end)-?notes$/i.test(name));
}

function isStandfirst(node: Element): boolean {
  if (!isElement(node, "p", "div", "h2", "h3")) return false;
  if (node.properties.role === "doc-subtitle") return true;
  return classes(node).some((name) =>
    /^(?:.{0,40}[-_])?(?:standfirst|subtitle|subheadline|dek|deck|strapline)$/i.test(name),
  );
}

function classes(node: Element): string[] {
  const { className } = node.properties;
  return Array.isArray(className) ? className.map(String) : [];
}
