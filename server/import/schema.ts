/**
 * The one allow-list of imported text (architecture, decision 9). Stored HTML is closed under it: sanitising it again
 * changes nothing. Classes, styles, pictures, formulas, forms and everything that runs are not on the list.
 */
import type { Element, Nodes, Root } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";
import { urlOf } from "#app/domain/url.ts";
import { elementsOf, property } from "#server/import/element.ts";

/** Prefix of ids and names that came with a text, so that none can shadow a property of `document` (DOM clobbering). */
export const idPrefix = "user-content-";

/** Kinds that no tag name tells: they stand as `data-kind` on a paragraph. */
export const dataKinds = ["standfirst", "caption", "verse", "speech"] as const;

const inlineTags =
  "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var".split(" ");
const blockTags =
  "header section div p h1 h2 h3 h4 blockquote ul ol li dl dt dd pre hr table caption thead tbody tfoot tr th td".split(
    " ",
  );

/** Dropped with all that they hold; every other unknown element is only unwrapped. */
const dropped =
  "script style noscript template iframe frame frameset object embed applet svg math canvas audio video picture map " +
  "button select textarea input option datalist title head noembed noframes xmp plaintext dialog rp";

const digits = /^\d{1,9}$/;

export const schema: Schema = {
  tagNames: [...inlineTags, ...blockTags],
  attributes: {
    "*": [
      ["id", /^b-\d{1,9}$/, /^user-content-[^\s<>"'`]{1,200}$/],
      ["dir", "ltr", "rtl"],
      ["lang", /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,5}$/],
      ["dataBlock", digits],
      ["dataStart", digits],
      ["dataNumber", digits],
      ["dataKind", ...dataKinds],
      ["dataPage", /^[^\n<>"&]{1,50}$/],
    ],
    a: ["href", "rel"],
    abbr: ["title"],
    dfn: ["title"],
    ol: [["start", /^-?\d{1,9}$/]],
    section: [["dataFootnotes", "", true]],
    td: [
      ["colSpan", /^\d{1,3}$/],
      ["rowSpan", /^\d{1,3}$/],
    ],
    th: [
      ["colSpan", /^\d{1,3}$/],
      ["rowSpan", /^\d{1,3}$/],
    ],
  },
  // Addresses are decided by the URL parser below; a look at the letters before the colon would refuse "HTTPS:".
  protocols: {},
  strip: dropped.split(" "),
  // Ids are prefixed once, at the import (`ids.ts`); a prefix here would grow with every pass.
  clobber: [],
  clobberPrefix: "",
  ancestors: {},
  required: {},
  allowComments: false,
  allowDoctypes: false,
};

/** A new tree with only what the allow-list has. Idempotent. */
export function sanitise(tree: Nodes): Root {
  const safe = sanitize(tree, schema);
  const root: Root = safe.type === "root" ? safe : { type: "root", children: safe.type === "doctype" ? [] : [safe] };
  for (const node of elementsOf(root)) {
    if (node.tagName === "a") makeLinkSafe(node);
  }
  return root;
}

/** A link leads to a place in the text or to a whole address; a relative one would lead into Glossa itself. */
function makeLinkSafe(link: Element): void {
  const href = property(link, "href") ?? "";
  delete link.properties.href;
  delete link.properties.rel;
  if (/^#(?:b-\d{1,9}|user-content-[^\s<>"'`]{1,200})$/.test(href)) {
    link.properties.href = href;
    return;
  }
  const address = externalAddress(href);
  if (address === null) return;
  link.properties.href = address;
  link.properties.rel = ["nofollow", "ugc", "noopener"];
}

/** The address as the URL parser writes it (tabs, newlines and leading blanks gone), so that no browser can read it otherwise. */
function externalAddress(href: string): string | null {
  const url = href.length > 2000 ? null : urlOf(href);
  return url !== null && ["http:", "https:", "mailto:"].includes(url.protocol) ? url.href : null;
}
