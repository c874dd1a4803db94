/** An article as ProseMirror knows it while it is edited: what people shape, and parts that are kept as they came. */
import { type DOMOutputSpec, type MarkSpec, type NodeSpec, Schema } from "prosemirror-model";

/** Inline elements of the import's allow-list; each is a mark of its own name. */
const inlineTags =
  "em strong i b u s sub sup small code cite q kbd samp var abbr dfn del ins mark bdi bdo span time".split(" ");

/** Attributes that any element may keep; `id` is there while a link of the text leads to the block. */
const kept = { lang: { default: null }, dir: { default: null }, id: { default: null } };
type Attributes = Readonly<Record<string, string | number | null>>;

const blocks = {
  doc: { content: "block+" },
  paragraph: textBlock("p", ({ kind }) => (typeof kind === "string" ? { "data-kind": kind } : {}), {
    attrs: { ...kept, kind: { default: null } },
    parseDOM: [{ tag: "p", getAttrs: (node) => ({ ...attributesOf(node), kind: node.dataset.kind ?? null }) }],
  }),
  title: textBlock("h1", () => ({}), { parseDOM: [{ tag: "h1", getAttrs: attributesOf }] }),
  heading: {
    ...textBlock("h2", () => ({}), {}),
    attrs: { ...kept, level: { default: 2 } },
    parseDOM: [2, 3, 4].map((level) => ({
      tag: `h${level}`,
      getAttrs: (node) => ({ ...attributesOf(node), level }),
    })),
    toDOM: ({ attrs }) => [`h${Number(attrs.level)}`, outAttributes(attrs), 0],
  },
  blockquote: {
    content: "block+",
    group: "block",
    defining: true,
    parseDOM: [{ tag: "blockquote" }],
    toDOM: () => ["blockquote", 0],
  },
  bullet_list: { content: "list_item+", group: "block", parseDOM: [{ tag: "ul" }], toDOM: () => ["ul", 0] },
  ordered_list: {
    content: "list_item+",
    group: "block",
    attrs: { start: { default: 1 } },
    parseDOM: [{ tag: "ol", getAttrs: (node) => ({ start: Number(node.getAttribute("start") ?? 1) || 1 }) }],
    toDOM: ({ attrs }) => ["ol", attrs.start === 1 ? {} : { start: String(attrs.start) }, 0],
  },
  list_item: { content: "paragraph block*", defining: true, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
  // A table, a listing, notes at the end: moved and removed as one.
  kept: {
    group: "block",
    atom: true,
    attrs: { html: { default: "" } },
    parseDOM: ["table", "dl", "pre", "hr", "section"].map((tag) => ({
      tag,
      getAttrs: (node) => ({ html: node.outerHTML }),
    })),
    toDOM: ({ attrs }) => ["div", { "data-kept": String(attrs.html) }],
  },
  hard_break: { group: "inline", inline: true, selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
  text: { group: "inline" },
} satisfies Readonly<Record<string, NodeSpec>>;

const link: MarkSpec = {
  attrs: { href: { default: "" } },
  inclusive: false,
  parseDOM: [{ tag: "a[href]", getAttrs: (node) => ({ href: node.getAttribute("href") ?? "" }) }],
  toDOM: ({ attrs }) => ["a", { href: String(attrs.href) }, 0],
};

const marks: Readonly<Record<string, MarkSpec>> = {
  link,
  ...Object.fromEntries(inlineTags.map((tag) => [tag, inlineMark(tag)])),
};

export const textSchema = new Schema({ nodes: blocks, marks });

function textBlock(
  tag: string,
  own: (attrs: Attributes) => Attributes,
  given: Pick<NodeSpec, "attrs" | "parseDOM">,
): NodeSpec {
  return {
    content: "inline*",
    group: "block",
    attrs: kept,
    ...given,
    toDOM: ({ attrs }): DOMOutputSpec => [tag, { ...outAttributes(attrs), ...own(attrs) }, 0],
  };
}

function inlineMark(tag: string): MarkSpec {
  return {
    attrs: { lang: { default: null }, dir: { default: null }, title: { default: null } },
    // Pasted weights and slants arrive as elements too; a span alone says nothing.
    parseDOM: [
      {
        tag: tag === "span" ? "span[lang], span[dir]" : tag,
        getAttrs: (node: HTMLElement) => ({ ...attributesOf(node), title: node.getAttribute("title") }),
      },
    ],
    toDOM: ({ attrs }) => [tag, outAttributes(attrs), 0],
  };
}

function attributesOf(node: HTMLElement) {
  return { lang: node.getAttribute("lang"), dir: node.getAttribute("dir"), id: node.getAttribute("id") };
}

/** Only those that say something. */
function outAttributes(attrs: Attributes): Record<string, string> {
  const said = ["lang", "dir", "id", "title"].flatMap((name) =>
    typeof attrs[name] === "string" && attrs[name] !== "" ? [[name, String(attrs[name])]] : [],
  );
  return Object.fromEntries(said);
}
