/** The page that a group writes together beside a text, as ProseMirror writes it in JSON. */

/** What is said of a node or a mark beside its words. */
export type PageAttrs = Readonly<Record<string, string | number>>;

/** One block, or one run of a line. Pages are read tolerantly: what is not known is left out, never an error. */
export type PageNode = {
  readonly type: string;
  readonly attrs?: PageAttrs | undefined;
  readonly content?: readonly PageNode[] | undefined;
  readonly text?: string | undefined;
  readonly marks?: readonly PageMark[] | undefined;
};

export type PageMark = { readonly type: string; readonly attrs?: PageAttrs | undefined };

/** A page on which nothing was written yet. */
export const emptyPage: PageNode = { type: "doc", content: [] };

/** The words of a node and all below it, blocks on lines of their own. */
export function wordsOf(node: PageNode): string {
  return linesOf(node).join("\n");
}

/** The words of each block that holds a line, in order; a quotation counts with what it quotes. */
export function linesOf(node: PageNode): readonly string[] {
  if (node.type === "passage") return [textAttr(node, "exact")];
  if (node.type === "paragraph" || node.type === "heading") return [(node.content ?? []).map(wordsInLine).join("")];
  return (node.content ?? []).flatMap(linesOf);
}

/** The notes that a page cites, each once, in their order. */
export function citedNotes(node: PageNode): readonly string[] {
  const below = (node.content ?? []).flatMap(citedNotes);
  const note = node.type === "thread" ? textAttr(node, "note") : "";
  return [...new Set(note === "" ? below : [note, ...below])];
}

/** A string attribute, "" where it is missing or something else. */
export function textAttr({ attrs }: PageNode | PageMark, name: string): string {
  const value = attrs?.[name];
  return typeof value === "string" ? value : "";
}

/** A whole number among the attributes that is at least 1, or null. */
export function countAttr({ attrs }: PageNode, name: string): number | null {
  const value = attrs?.[name];
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 1 ? value : null;
}

function wordsInLine(node: PageNode): string {
  return node.type === "hard_break" ? "\n" : (node.text ?? "");
}
