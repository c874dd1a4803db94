/** The page's schema for ProseMirror: the editor writes by it, a restored version is read by it. Mirrors `nodeShapes`. */
import { type NodeSpec, Schema } from "prosemirror-model";
import { isNoteId, isSafeAddress, MAX_QUOTE } from "#app/domain/page/shape.ts";

const inLine = "(text | hard_break | thread)*";

/**
 * Every attribute has a default and everything but the page may be empty: y-prosemirror deletes for everybody what the schema
 * refuses, and two honest people can empty a list or take the first line of an item at the same time.
 */
const nodes = {
  doc: { content: "block+" },
  paragraph: { content: inLine, group: "block", parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
  heading: {
    content: inLine,
    group: "block",
    defining: true,
    attrs: { level: { default: 2 } },
    parseDOM: [
      { tag: "h1", attrs: { level: 1 } },
      { tag: "h2", attrs: { level: 2 } },
      { tag: "h3, h4, h5, h6", attrs: { level: 3 } },
    ],
    // The page's own title is the h1.
    toDOM: ({ attrs }) => [`h${Number(attrs.level) + 1}`, 0],
  },
  blockquote: {
    content: "block*",
    group: "block",
    defining: true,
    parseDOM: [{ tag: "blockquote:not([data-passage])" }],
    toDOM: () => ["blockquote", 0],
  },
  bullet_list: { content: "list_item*", group: "block", parseDOM: [{ tag: "ul" }], toDOM: () => ["ul", 0] },
  ordered_list: { content: "list_item*", group: "block", parseDOM: [{ tag: "ol" }], toDOM: () => ["ol", 0] },
  list_item: { content: "block*", defining: true, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
  passage: {
    group: "block",
    atom: true,
    attrs: { n: { default: 1 }, exact: { default: "" } },
    parseDOM: [{ tag: "blockquote[data-passage]", getAttrs: passageOf }],
    toDOM: ({ attrs }) => ["blockquote", { "data-passage": String(attrs.n) }, String(attrs.exact)],
  },
  thread: {
    group: "inline",
    inline: true,
    atom: true,
    attrs: { note: { default: "" } },
    parseDOM: [{ tag: "a[data-thread]", getAttrs: threadOf }],
    toDOM: ({ attrs }) => ["a", { "data-thread": String(attrs.note), href: `/n/${attrs.note}` }],
  },
  hard_break: {
    group: "inline",
    inline: true,
    selectable: false,
    parseDOM: [{ tag: "br" }],
    toDOM: () => ["br"],
  },
  text: { group: "inline" },
} satisfies Readonly<Record<string, NodeSpec>>;

/** The one schema. */
export const pageSchema = new Schema({
  nodes,
  marks: {
    link: {
      attrs: { href: { default: "" } },
      inclusive: false,
      parseDOM: [{ tag: "a[href]:not([data-thread])", getAttrs: linkOf }],
      toDOM: ({ attrs }) => ["a", { href: String(attrs.href), rel: "noopener noreferrer nofollow" }, 0],
    },
    em: { parseDOM: [{ tag: "em" }, { tag: "i" }], toDOM: () => ["em", 0] },
    strong: { parseDOM: [{ tag: "strong" }, { tag: "b" }], toDOM: () => ["strong", 0] },
  },
});

function passageOf(element: HTMLElement): { n: number; exact: string } | false {
  const n = Number(element.dataset.passage);
  return Number.isInteger(n) && n >= 1 ? { n, exact: (element.textContent ?? "").slice(0, MAX_QUOTE) } : false;
}

function threadOf(element: HTMLElement): { note: string } | false {
  const note = element.dataset.thread;
  return isNoteId(note) ? { note } : false;
}

function linkOf(element: HTMLElement): { href: string } | false {
  const href = element.getAttribute("href");
  return isSafeAddress(href) ? { href } : false;
}
