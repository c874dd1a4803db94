/** The body of a note to a tree: CommonMark 0.31 without headings, HTML, images and references, with GitHub's strikethrough and bare addresses, and TeX. */
import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmAutolinkLiteralFromMarkdown } from "mdast-util-gfm-autolink-literal";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { mathFromMarkdown } from "mdast-util-math";
import { gfmAutolinkLiteral } from "micromark-extension-gfm-autolink-literal";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { math } from "micromark-extension-math";
import { isExcessive, isPlain } from "./bounds.ts";
import { blocksOf } from "./narrow.ts";
import { plainMarkup } from "./plain.ts";
import { plainText } from "./plain-text.ts";
import type { Markup } from "./tree.ts";

/** What notes that were written before there was markup hold as words: `# 3`, `&`, `<b>`, verse that is indented. */
const words = {
  disable: {
    null: [
      "headingAtx",
      "setextUnderline",
      "htmlFlow",
      "htmlText",
      "codeIndented",
      "definition",
      "characterReference",
      "hardBreakEscape",
      "labelStartImage",
    ],
  },
};
const syntax = [gfmAutolinkLiteral(), gfmStrikethrough(), math(), words];
// Without its transform, which walks the tree recursively to find addresses that the syntax has found already.
const { transforms: _, ...addresses } = gfmAutolinkLiteralFromMarkdown();
const nodes = [addresses, gfmStrikethroughFromMarkdown(), mathFromMarkdown()];

/**
 * What a body says. Total: never throws, and takes time in proportion to the body's length. `origin` is the site's own
 * address without a slash at its end; permanent addresses below it become links to notes.
 */
export function parseMarkup(body: string, { origin }: { readonly origin: string }): Markup {
  if (isPlain(body) || isExcessive(body)) return plainMarkup(body);
  const tree = blocksOf(read(body), { source: body, lines: body.split("\n"), origin });
  // A lone "-" or "```" is an empty list or an empty block to the parser, and a word to its writer.
  return plainText(tree).trim() === "" ? plainMarkup(body) : tree;
}

function read(body: string): Root {
  return fromMarkdown(body, { extensions: syntax, mdastExtensions: nodes });
}
