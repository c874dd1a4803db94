/** TeX to MathML elements of React. A chunk of its own, since most pages have no formula. */
import { renderToString } from "katex";
import { createElement, Fragment, type ReactElement, type ReactNode } from "react";

/** A formula may grow to so many expanded macros and so large; beyond, its source is shown. Sizes in em. */
const bounds = { maxExpand: 200, maxSize: 20 };

/** What KaTeX writes of MathML Core. Links, styles and everything that acts are not among it. */
const elements = new Set(
  "math semantics annotation mrow mi mn mo ms mtext mspace msup msub msubsup munder mover munderover mfrac msqrt mroot mtable mtr mtd mlabeledtr mpadded mphantom mstyle menclose".split(
    " ",
  ),
);
const attributes = new Set(
  "display xmlns encoding mathvariant stretchy fence separator lspace rspace minsize maxsize movablelimits accent accentunder linethickness displaystyle scriptlevel width height depth voffset columnalign columnspacing rowspacing columnlines rowlines mathcolor mathbackground mathsize largeop symmetric notation".split(
    " ",
  ),
);

/** The formula, or null where it is not TeX. Built element by element, never from a string of HTML. */
export function setMaths(source: string, isBlock: boolean): ReactElement | null {
  const math = mathsOf(source, isBlock);
  return math === null ? null : createElement(Fragment, null, elementOf(math, 0));
}

/** The same for what React does not draw. */
export function mathsNode(source: string, isBlock: boolean): Node | null {
  const math = mathsOf(source, isBlock);
  return math === null ? null : copyOf(math);
}

function mathsOf(source: string, isBlock: boolean): Element | null {
  try {
    const markup = renderToString(source, {
      output: "mathml",
      displayMode: isBlock,
      throwOnError: true,
      strict: "ignore",
      trust: false,
      ...bounds,
    });
    const parsed = new DOMParser().parseFromString(markup, "application/xml");
    return parsed.querySelector("math");
  } catch {
    return null;
  }
}

function elementOf(node: Node, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
  if (!(node instanceof Element) || !elements.has(node.localName)) return null;
  return createElement(
    node.localName,
    { key, ...Object.fromEntries(given(node)) },
    [...node.childNodes].map(elementOf),
  );
}

function copyOf(node: Node): Node {
  if (node.nodeType === Node.TEXT_NODE) return new Text(node.nodeValue ?? "");
  if (!(node instanceof Element) || !elements.has(node.localName)) return new Text("");
  const copy = document.createElementNS("http://www.w3.org/1998/Math/MathML", node.localName);
  for (const [name, value] of given(node)) if (name !== "xmlns") copy.setAttribute(name, value);
  copy.append(...[...node.childNodes].map(copyOf));
  return copy;
}

function given(element: Element): readonly (readonly [string, string])[] {
  return [...element.attributes].flatMap(({ name, value }) => (attributes.has(name) ? [[name, value] as const] : []));
}
