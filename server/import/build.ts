import type { Element, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import type { Piece, PieceChoices, PieceLabel, RevisionContent } from "#app/domain/document/document.ts";
import { languageOf } from "#app/domain/document/language.ts";
import { withPages } from "#app/domain/document/pages.ts";
import { countWords } from "#app/domain/document/words.ts";
import { Problem } from "#app/domain/problem.ts";
import { importWords } from "#app/words/import.ts";
import { dress } from "#server/import/dress.ts";
import { element } from "#server/import/element.ts";
import { flow } from "#server/import/flow.ts";
import { numberBlocks } from "#server/import/number.ts";
import { pageMark, pagesIn } from "#server/import/page-marks.ts";
import { parseFragment } from "#server/import/parse.ts";
import { sanitise } from "#server/import/schema.ts";

/** A piece with the label that stands. */
type Part = { readonly label: PieceLabel; readonly nodes: readonly Element[] };

/**
 * The revision that the chosen pieces make. Every piece is parsed and sanitised again, so pieces may come from a form.
 * The first title and all standfirsts go into the header; further titles are headings. Throws `invalid` when nothing is left.
 */
export function buildRevision(pieces: readonly Piece[], choices: PieceChoices): RevisionContent {
  const leftOut = new Set(choices.leftOut);
  // A page that begins in what is left out begins in what follows.
  let waiting: string[] = [];
  const parts = pieces
    .flatMap((piece): Part[] => {
      if (leftOut.has(piece.id)) {
        waiting.push(...pagesOf(piece));
        return [];
      }
      const part = partOf(piece, choices.labels[piece.id] ?? piece.label, waiting);
      waiting = [];
      return [part];
    })
    .filter((part) => part.nodes.length > 0);
  const title = parts.find((part) => part.label === "title");
  const standfirsts = parts.filter((part) => part.label === "standfirst");
  const body = parts.filter((part) => part !== title && part.label !== "standfirst");
  const header = [title, ...standfirsts].flatMap((part) => part?.nodes ?? []);
  const root: Root = { type: "root", children: [element("header", header), ...body.flatMap(bodyNodes)] };
  return contentOf(root);
}

function contentOf(root: Root): RevisionContent {
  const { text, blocks, pages, dir } = numberBlocks(root);
  if (blocks.length === 0) throw new Problem("invalid", importWords.nothingLeft);
  const textOfKind = (kind: string) =>
    blocks
      .filter((block) => block.kind === kind)
      .map((block) => text.slice(block.start, block.end))
      .join("\n");
  const content: RevisionContent = {
    title: textOfKind("title"),
    standfirst: textOfKind("standfirst"),
    html: toHtml(root),
    text,
    blocks,
    pages: [],
    words: countWords(text),
    language: languageOf(text),
    dir,
  };
  return pages.length === 0 ? content : withPages(content, pages);
}

/** A piece with the marks of `pages` before its own. */
function partOf({ html }: Piece, label: PieceLabel, pages: readonly string[]): Part {
  const safe = sanitise(parseFragment(toHtml(pages.map(pageMark)) + html));
  return { label, nodes: dress(flow(safe.children, { keepLines: label === "verse" }), label) };
}

function pagesOf({ html }: Piece): string[] {
  return html.includes("data-page") ? pagesIn(sanitise(parseFragment(html))) : [];
}

/** Only the header has a title. */
function bodyNodes(part: Part): Element[] {
  const label = part.label === "title" ? "heading" : part.label;
  return dress(part.nodes, label).map((node) => (node.tagName === "h1" ? { ...node, tagName: "h2" } : node));
}
