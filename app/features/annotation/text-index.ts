/** The island's text nodes and their offsets, read once: 10 to 25 ms for 500,000 words. */
import { lastIndexWhere, placeOf, type Run } from "./text-map.ts";

export type IndexedBlock = {
  readonly n: number;
  /** The number a seminar cites, or null. */
  readonly number: number | null;
  readonly start: number;
  readonly end: number;
  readonly element: HTMLElement;
};

/** One block's beginning and end in page coordinates, filled by the geometry. */
export type TextIndex = {
  /** The revision's plain text as the page shows it. */
  readonly text: string;
  readonly blocks: readonly IndexedBlock[];
  readonly runs: readonly Run<Text>[];
  /** Offset of each text node's first code unit. */
  readonly starts: ReadonlyMap<Node, number>;
};

/** Reads every `[data-block]` under `root`; their text is joined at `data-start`, `<br>` counts as one line break. */
export function indexText(root: HTMLElement): TextIndex {
  const runs: Run<Text>[] = [];
  const blocks: IndexedBlock[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const element of root.querySelectorAll<HTMLElement>("[data-block]")) {
    const start = Number(element.dataset.start);
    if (start > length) parts.push("\n".repeat(start - length));
    const text = readBlock(element, start, runs);
    parts.push(text);
    length = start + text.length;
    const number = element.dataset.number;
    blocks.push({
      n: Number(element.dataset.block),
      number: number === undefined ? null : Number(number),
      start,
      end: length,
      element,
    });
  }
  return { text: parts.join(""), blocks, runs, starts: new Map(runs.map(({ node, start }) => [node, start])) };
}

function readBlock(element: HTMLElement, start: number, runs: Run<Text>[]): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let text = "";
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) {
      if (node.data !== "") runs.push({ node, start: start + text.length, length: node.data.length });
      text += node.data;
    } else if (node.nodeName === "BR") text += "\n";
  }
  return text;
}

/** A range for a span that does not follow changes of the document, for painting: the text never changes. */
export function staticRange(index: TextIndex, start: number, end: number): StaticRange | null {
  const from = placeOf(index.runs, start, "start");
  const to = placeOf(index.runs, end, "end");
  if (from === null || to === null) return null;
  return new StaticRange({
    startContainer: from.node,
    startOffset: from.offset,
    endContainer: to.node,
    endOffset: to.offset,
  });
}

/** A live range for geometry and for selecting. */
export function liveRange(index: TextIndex, start: number, end: number): Range | null {
  const fixed = staticRange(index, start, end);
  if (fixed === null) return null;
  const range = document.createRange();
  range.setStart(fixed.startContainer, fixed.startOffset);
  range.setEnd(fixed.endContainer, fixed.endOffset);
  return range;
}

/** Offset of a DOM position in the text, also one between elements, or null outside of the text. */
export function offsetOf(index: TextIndex, container: Node, offset: number): number | null {
  const known = index.starts.get(container);
  if (known !== undefined) return known + offset;
  const range = document.createRange();
  range.setStart(container, offset);
  const at = lastIndexWhere(index.runs, ({ node, length }) => range.comparePoint(node, length) <= 0);
  const before = index.runs[at];
  if (before !== undefined) return before.start + before.length;
  return index.runs[0]?.start ?? null;
}

/** The block in which an offset stands. */
export function blockAt(index: TextIndex, offset: number): IndexedBlock | null {
  return (
    index.blocks[
      Math.max(
        0,
        lastIndexWhere(index.blocks, ({ start }) => start <= offset),
      )
    ] ?? null
  );
}

/** The citable number at an offset: that of its block, or of the last numbered block before it. */
export function numberAt(index: TextIndex, offset: number): number | null {
  for (let i = lastIndexWhere(index.blocks, ({ start }) => start <= offset); i >= 0; i -= 1) {
    const number = index.blocks[i]?.number ?? null;
    if (number !== null) return number;
  }
  return null;
}
