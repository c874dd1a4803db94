/** HTML to hast, without positions: nobody asks for them, and every later tree would carry them. */
import type { Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { childrenOf } from "#server/import/element.ts";

/** Nodes of a fragment. */
export function parseFragment(html: string): Root {
  return withoutPositions(fromHtml(html, { fragment: true }));
}

/** A whole page with `html`, `head` and `body`, also where the source leaves them out. */
export function parsePage(html: string): Root {
  return withoutPositions(fromHtml(html, { fragment: false }));
}

/** The same tree without positions. */
export function withoutPositions<Tree extends Nodes>(tree: Tree): Tree {
  delete tree.position;
  delete tree.data;
  for (const child of childrenOf(tree)) withoutPositions(child);
  return tree;
}
