/** Ids of a foreign page: only those that a link of the same page names are kept, and each is prefixed once. */
import type { Element, Root } from "hast";
import { elementsOf, property } from "#server/import/element.ts";
import { percentDecoded } from "#server/import/percent.ts";
import { idPrefix } from "#server/import/schema.ts";

/** Rewrites `id`, `name` and `href="#..."` in place, and drops the links that lead back from a footnote to its reference. */
export function keepLinkedIds(tree: Root): void {
  const linked = new Set<string>();
  for (const node of elementsOf(tree)) dropBackLinks(node);
  for (const node of elementsOf(tree)) {
    const target = fragment(node);
    if (target !== null) linked.add(target);
  }
  for (const node of elementsOf(tree)) {
    const own = property(node, "id") ?? (node.tagName === "a" ? property(node, "name") : null);
    const target = fragment(node);
    delete node.properties.name;
    delete node.properties.id;
    if (own !== null && linked.has(own)) node.properties.id = prefixed(own);
    if (target !== null) node.properties.href = `#${prefixed(target)}`;
  }
}

/** "user-content-" and what of the id can stand in an attribute and an address without escapes. */
function prefixed(id: string): string {
  const bare = id.startsWith(idPrefix) ? id.slice(idPrefix.length) : id;
  return idPrefix + bare.replace(/[^\p{L}\p{N}_.:-]/gu, "_").slice(0, 200);
}

function fragment(node: Element): string | null {
  const href = node.tagName === "a" ? (property(node, "href") ?? "").trim() : "";
  if (!href.startsWith("#") || href.length < 2) return null;
  return percentDecoded(href.slice(1));
}

/** Return arrows repeat in every note and would be read aloud and cited with it. */
function dropBackLinks(node: Element): void {
  node.children = node.children.filter((child) => child.type !== "element" || !isBackLink(child));
}

function isBackLink(node: Element): boolean {
  if (fragment(node) === null) return false;
  if (node.properties.dataFootnoteBackref !== undefined || node.properties.role === "doc-backlink") return true;
  const [only] = node.children;
  return node.children.length === 1 && only?.type === "text" && /^[↩↑^⬆⏎]\ufe0e?$/u.test(only.value.trim());
}
