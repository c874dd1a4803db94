/** The parser's tree, narrowed to ours. Whatever has no place in it is shown as it was typed. */
import type { List, Nodes, Parent } from "mdast";
import type { Math as Formula } from "mdast-util-math";
import { inlinesOf } from "./inline.ts";
import { linesOf } from "./plain.ts";
import { type Reading, sourceOf } from "./source.ts";
import { type Block, MAX_DEPTH, type Markup } from "./tree.ts";

const language = /^[\w+#.-]{1,20}$/;

/** The blocks of a parent, in order. */
export function blocksOf(parent: Parent, reading: Reading, depth = 0): Markup {
  return parent.children.flatMap((node) => blockOf(node, reading, depth));
}

function blockOf(node: Nodes, reading: Reading, depth: number): readonly Block[] {
  switch (node.type) {
    case "paragraph":
      return [
        { kind: "paragraph", content: inlinesOf(node, reading, { indented: depth === 0, depth: 0, inLink: false }) },
      ];
    case "blockquote":
      if (depth >= MAX_DEPTH) return blocksOf(node, reading, depth);
      return [{ kind: "quote", blocks: blocksOf(node, reading, depth + 1) }];
    case "list":
      if (depth >= MAX_DEPTH) return node.children.flatMap((item) => blocksOf(item, reading, depth));
      return [listOf(node, reading, depth)];
    case "code":
      return [{ kind: "code", language: language.test(node.lang ?? "") ? (node.lang ?? "") : "", text: node.value }];
    case "math":
      return [{ kind: "maths", source: formulaOf(node) }];
    default:
      return [{ kind: "paragraph", content: linesOf(sourceOf(node, reading).split("\n")) }];
  }
}

/** The parser takes what stands beside the opening dollars for a remark about the formula; to its writer it is the formula. */
function formulaOf({ meta, value }: Formula): string {
  return [meta ?? "", value.replace(/\$\$\s*$/u, "")].filter((line) => line !== "").join("\n");
}

function listOf(node: List, reading: Reading, depth: number): Block {
  return {
    kind: "list",
    ordered: node.ordered === true,
    start: node.start ?? 1,
    items: node.children.map((item) => blocksOf(item, reading, depth + 1)),
  };
}
