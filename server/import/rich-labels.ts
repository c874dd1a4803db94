/** Labels that only marked-up sources show: a standfirst set in italics, turns of a dialogue led by a bold name. */
import type { Element } from "hast";
import { isElement, textOf } from "#server/import/element.ts";

/** Turns that make a dialogue; two would also be "**Note.**" and "**Source.**". */
const fewestTurns = 3;

/** The emphasis that is a whole paragraph, or null: right below a title that is a standfirst, which is set in italics anyway. */
export function wholeEmphasis(node: Element | undefined): Element | null {
  if (!isElement(node, "p")) return null;
  const inside = node.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  const [only] = inside;
  return inside.length === 1 && isElement(only, "em", "i") ? only : null;
}

/** Paragraphs that are turns of a dialogue: each led by a bold name, one name at least speaking twice. */
export function turnsIn(nodes: readonly Element[]): ReadonlySet<Element> {
  const led = new Map<Element, string>();
  for (const node of nodes) {
    const name = leadingName(node);
    if (name !== null) led.set(node, name);
  }
  const names = new Set(led.values());
  const isDialogue = led.size >= fewestTurns && names.size <= led.size * 0.7;
  return new Set(isDialogue ? led.keys() : []);
}

/** A bold beginning of at most four words that ends in a full stop or a colon: "Ada." or "Ada:". */
function leadingName(node: Element): string | null {
  const [first] = node.children;
  if (!isElement(node, "p") || node.children.length < 2 || !isElement(first, "strong", "b")) return null;
  const name = textOf(first).trim();
  return name.length <= 60 && /[.:]$/.test(name) && name.split(/\s+/).length <= 4 ? name : null;
}
