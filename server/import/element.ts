/** Small makers and readers of hast, the tree that every importer yields. */
import type { Element, ElementContent, Nodes, Properties, Text } from "hast";

/** An element; `properties` are hast names (`dataBlock`, not `data-block`). */
export function element(tagName: string, children: ElementContent[], properties: Properties = {}): Element {
  return { type: "element", tagName, properties, children };
}

export function textNode(value: string): Text {
  return { type: "text", value };
}

/** True for an element, of one of the names where any are given. */
export function isElement<Name extends string = string>(
  node: Nodes | undefined,
  ...tagNames: readonly Name[]
): node is Element & { tagName: Name } {
  const names: readonly string[] = tagNames;
  return node?.type === "element" && (names.length === 0 || names.includes(node.tagName));
}

/** Children of anything, none for a leaf of the tree. */
export function childrenOf(node: Nodes): readonly Nodes[] {
  return "children" in node ? node.children : [];
}

/** Text of a node as the contract of a revision counts it: its text nodes in order, `<br>` as one "\n". */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (isElement(node, "br")) return "\n";
  return childrenOf(node).map(textOf).join("");
}

/** A property where it is a string or a number, else null. */
export function property(node: Element, name: string): string | null {
  const value = node.properties[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}

/** Elements of a tree in document order, the node itself included. A stack, as nested generators are quadratic in the depth. */
export function elementsOf(node: Nodes): Element[] {
  const found: Element[] = [];
  const stack: Nodes[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (isElement(next)) found.push(next);
    const children = childrenOf(next);
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child !== undefined && child.type !== "text") stack.push(child);
    }
  }
  return found;
}
