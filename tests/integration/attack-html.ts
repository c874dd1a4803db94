/** What a parser finds in a page: for tests that hostile words stay words. */
import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";

export { textOf };

/** Words that would run somewhere: in a document, an attribute, a script, a comment, a template. */
export const hostile = [
  "<script>alert(1)</script>",
  "</script><script>alert(1)</script>",
  "</noscript><img src=x onerror=alert(1)>",
  "</textarea></title></style><svg onload=alert(1)>",
  "\"><img src=x onerror=alert(1)> ' onmouseover=alert(1) x='",
  "<!--<script>alert(1)//--><![CDATA[x]]>",
  "&lt;img src=x onerror=alert(1)&gt; &#60;script&#62;",
  "javascript:alert(1) data:text/html,<script>alert(1)</script>",
  "[x](javascript:alert(1)) ![x](x onerror=alert(1)) <javascript:alert(1)>",
  "{{constructor.constructor('alert(1)')()}} #{x} <%= x %>",
  "a\u2028</p><iframe srcdoc='<script>alert(1)</script>'>\u2029b",
  "<a href='j\tavascript:alert(1)'>x</a><math><mtext><style><img onerror=alert(1)>",
];

/** Every element in document order; noscript is read as by a browser without scripts. */
export function elementsIn(html: string): readonly Element[] {
  const found: Element[] = [];
  visit(fromHtml(html) satisfies Root, "element", (element) => {
    found.push(element);
  });
  return found;
}

/** The element of that id; throws when there is none, or more than one. */
export function elementOfId(html: string, id: string): Element {
  const [element, ...others] = elementsIn(html).filter(({ properties }) => properties.id === id);
  if (element === undefined || others.length > 0) throw new Error(`${others.length + 1} elements have the id ${id}.`);
  return element;
}

/** Tags and names of attributes: two pages that differ in words only have the same. */
export function skeletonOf(html: string): readonly string[] {
  return elementsIn(html).map(({ tagName, properties }) => `${tagName} ${Object.keys(properties).sort().join(" ")}`);
}

const refused = new Set(["iframe", "object", "embed", "base", "applet", "frame", "math", "marquee", "portal"]);
const addresses = [
  "href",
  "src",
  "action",
  "formAction",
  "xLinkHref",
  "data",
  "poster",
  "srcDoc",
  "ping",
  "background",
];
const safe = /^(?:https?:|mailto:|data:image\/|[/#?.]|$)/i;

/** What in a page could run or lead astray; empty for a page that is safe. `nonce` is what its policy lets run. */
export function dangersIn(html: string, nonce: string): readonly string[] {
  return elementsIn(html).flatMap(({ tagName, properties }) => {
    const found: string[] = [];
    if (refused.has(tagName)) found.push(tagName);
    // Module preloads and the streamed data of the page; whatever lacks the nonce is not ours.
    if (tagName === "script" && properties.nonce !== nonce) found.push("script without the nonce");
    for (const [name, value] of Object.entries(properties)) {
      if (/^on/i.test(name)) found.push(`${tagName} ${name}`);
      if (name === "style") found.push(`${tagName} style`);
      // Browsers strip blanks and control characters before they look at the scheme.
      const address = String(value).replace(/[\s\p{Cc}]/gu, "");
      if (addresses.includes(name) && !safe.test(address)) found.push(`${tagName} ${name}=${address}`);
    }
    return found;
  });
}

/** The nonce that the answer's policy names. */
export function nonceOf(answer: Response): string {
  return /'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy") ?? "")?.[1] ?? "";
}
