/** Markdown (CommonMark 0.31 with GitHub's tables, footnotes, task lists and strikethrough) to pieces. */
import type { Root } from "hast";
import { toHtml } from "hast-util-to-html";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import type { Piece } from "#app/domain/document/document.ts";
import { element, isElement } from "#server/import/element.ts";
import type { PageFacts } from "#server/import/facts.ts";
import { frontMatter } from "#server/import/front-matter.ts";
import { piecesOfTree } from "#server/import/html.ts";
import { partsOf } from "#server/import/markdown-chunks.ts";
import { parsePage, withoutPositions } from "#server/import/parse.ts";
import type { OnProgress } from "#server/import/progress.ts";

const parser = unified().use(remarkParse).use(remarkGfm);
// HTML inside Markdown is kept here and sanitised with everything else; without it, its words would be lost.
const transformer = unified().use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "" });

type Positioned = { position?: unknown; children?: Positioned[] };
type MarkdownRoot = ReturnType<typeof parser.parse>;

/** Pieces of a Markdown source, and what its front matter says. */
export function readMarkdown(
  source: string,
  onProgress: OnProgress = () => {},
): PageFacts & { readonly pieces: Piece[] } {
  const { body, ...facts } = frontMatter(source);
  const parsed = parse(body, (share) => onProgress({ stage: "reading", share }));
  onProgress({ stage: "arranging", share: null });
  const tree = withoutPositions(transformer.runSync(parsed));
  dropNotesHeading(tree);
  return { ...facts, pieces: piecesOfTree(asPage(tree)) };
}

function parse(source: string, onShare: (share: number) => void): MarkdownRoot {
  const parts = partsOf(source);
  const children = parts.flatMap((part, n) => {
    if (n > 0) onShare(n / parts.length);
    const tree = parser.parse(part.source);
    const own = tree.children.filter((node) => (node.position?.start.line ?? 0) <= part.lines);
    for (const node of own) forgetPositions(node);
    return own;
  });
  return { type: "root", children };
}

/** Positions are most of the memory of a parsed book. */
function forgetPositions(node: Positioned): void {
  delete node.position;
  for (const child of node.children ?? []) forgetPositions(child);
}

/** A tree with HTML in it is written and parsed as a page; that is a second parse, so others are only wrapped. */
function asPage(tree: Root): Root {
  let hasHtml = false;
  visit(tree, "raw", () => {
    hasHtml = true;
  });
  if (hasHtml) return parsePage(`<main>${toHtml(tree, { allowDangerousHtml: true })}</main>`);
  const content = tree.children.flatMap((node) => (node.type === "doctype" ? [] : [node]));
  return { type: "root", children: [element("body", content)] };
}

/** "Footnotes", which the transformer adds for screen readers, is not of the text. */
function dropNotesHeading(tree: Root): void {
  const notes = tree.children.find((node) => isElement(node, "section"));
  if (!isElement(notes)) return;
  notes.children = notes.children.filter((node) => !(isElement(node, "h2") && node.properties.id === "footnote-label"));
}
