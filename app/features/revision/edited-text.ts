/** From the stored HTML of a revision to the editor's document, and from there to the pieces of the next revision. */
import { DOMSerializer, type Node as ModelNode, DOMParser as ModelParser } from "prosemirror-model";
import type { EditedPiece } from "#app/context/revisions.ts";
import type { PieceLabel } from "#app/domain/document/document.ts";
import { textSchema } from "./text-schema.ts";

/** What the import calls an id that came with a text; a link to a block becomes one on its way through the editor. */
const MARK = "user-content-";

/** The article to be edited. Blocks to which a link of the text leads keep a mark, since they are numbered anew. */
export function readText(html: string): ModelNode {
  const root = new DOMParser().parseFromString(html, "text/html").body;
  const named = new Set<string>();
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href^="#b-"]')) {
    const id = (link.getAttribute("href") ?? "").slice(1);
    named.add(id);
    link.setAttribute("href", `#${MARK}${id}`);
  }
  for (const block of root.querySelectorAll<HTMLElement>("[data-block]")) {
    if (named.has(block.id)) block.id = MARK + block.id;
    else block.removeAttribute("id");
    for (const name of ["block", "start", "number"]) delete block.dataset[name];
  }
  return ModelParser.fromSchema(textSchema).parse(root, { preserveWhitespace: "full" });
}

/** One piece for each block at the top; an empty block is none. */
export function writeText(doc: ModelNode): readonly EditedPiece[] {
  const serializer = DOMSerializer.fromSchema(textSchema);
  const pieces: EditedPiece[] = [];
  doc.forEach((node) => {
    if (node.type.name === "kept") {
      pieces.push({ label: "other", html: String(node.attrs.html) });
      return;
    }
    if (node.textContent.trim() === "") return;
    const element = serializer.serializeNode(node);
    if (element instanceof HTMLElement) pieces.push({ label: labelOf(node), html: tidied(element).outerHTML });
  });
  return pieces;
}

function labelOf(node: ModelNode): PieceLabel {
  switch (node.type.name) {
    case "title":
      return "title";
    case "heading":
      return node.attrs.level === 2 ? "heading" : "subheading";
    case "blockquote":
      return "quotation";
    case "bullet_list":
    case "ordered_list":
      return "item";
    default:
      return kindOf(node.attrs.kind);
  }
}

function kindOf(kind: unknown): PieceLabel {
  return kind === "standfirst" || kind === "verse" || kind === "speech" || kind === "caption" ? kind : "paragraph";
}

/** An item of a single paragraph is stored without it, and what was kept stands as it came. */
function tidied(element: HTMLElement): HTMLElement {
  for (const part of element.querySelectorAll<HTMLElement>("[data-kept]")) part.outerHTML = part.dataset.kept ?? "";
  for (const item of element.querySelectorAll("li")) {
    const [only] = item.children;
    const isAlone = item.childNodes.length === 1 && only instanceof HTMLParagraphElement;
    if (isAlone && only.attributes.length === 0) only.replaceWith(...only.childNodes);
  }
  return element;
}
