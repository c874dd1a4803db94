/**
 * What may stand on a page: one table for the gate that lets changes in, the editor that makes them and the page that
 * shows them. A change to it needs a new `CLIENT_VERSION`, since open editors would fall out with the gate.
 */
import { urlOf } from "../url.ts";

/** True for a value that may stand there. */
export type Check = (value: unknown) => boolean;

type NodeShape = {
  /** Names of the nodes that may stand in it. */
  readonly holds: readonly string[];
  /** Whether lines of text may stand in it. */
  readonly holdsText: boolean;
  readonly attrs: Readonly<Record<string, Check>>;
};

/** The longest passage that a page quotes, in UTF-16 code units. */
export const MAX_QUOTE = 4_000;
const MAX_ADDRESS = 2_000;
const MAX_PARAGRAPH = 1_000_000;

/** Deepest nesting, counted in elements from the page down: lists in quotations in lists, six times over. */
export const MAX_DEPTH = 16;

const ulid = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const inLine = ["hard_break", "thread"] as const;
const blocks = ["paragraph", "heading", "blockquote", "bullet_list", "ordered_list", "passage"] as const;

/** Every node by its name; the page itself is `doc`. */
export const nodeShapes: Readonly<Record<string, NodeShape>> = {
  doc: { holds: blocks, holdsText: false, attrs: {} },
  paragraph: { holds: inLine, holdsText: true, attrs: {} },
  heading: { holds: inLine, holdsText: true, attrs: { level: (value) => value === 1 || value === 2 || value === 3 } },
  blockquote: { holds: blocks, holdsText: false, attrs: {} },
  bullet_list: { holds: ["list_item"], holdsText: false, attrs: {} },
  ordered_list: { holds: ["list_item"], holdsText: false, attrs: {} },
  list_item: { holds: blocks, holdsText: false, attrs: {} },
  /** Words of the text, with the paragraph in which they stand. */
  passage: { holds: [], holdsText: false, attrs: { n: isParagraph, exact: isQuote } },
  /** A thread of the margin, by the id of its note. */
  thread: { holds: [], holdsText: false, attrs: { note: isNoteId } },
  hard_break: { holds: [], holdsText: false, attrs: {} },
};

/** Every mark by its name, with the check of its attributes. */
export const markShapes: Readonly<Record<string, Check>> = {
  em: isEmptyObject,
  strong: isEmptyObject,
  link: isLink,
};

/** True for an address that a link may lead to: of the web or of a mail, never of a script. */
export function isSafeAddress(value: unknown): value is string {
  if (typeof value !== "string" || value.length > MAX_ADDRESS) return false;
  return ["https:", "http:", "mailto:"].includes(urlOf(value)?.protocol ?? "");
}

/** True for the id of a note. */
export function isNoteId(value: unknown): value is string {
  return typeof value === "string" && ulid.test(value);
}

function isParagraph(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= MAX_PARAGRAPH;
}

function isQuote(value: unknown): boolean {
  return typeof value === "string" && value.length <= MAX_QUOTE;
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}

function isLink(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Object.keys(value).length !== 1) return false;
  return "href" in value && isSafeAddress(value.href);
}
