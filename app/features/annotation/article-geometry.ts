/** Where passages stand on the page, in pixels from the article's top. Measured late, and once per layout. */
import { blockAt, type IndexedBlock, liveRange, type TextIndex } from "./text-index.ts";
import { lastIndexWhere } from "./text-map.ts";

type Box = { readonly top: number; readonly bottom: number };

/** One layout of the article; a new one is made when its size changes, and measures anew. */
export class ArticleGeometry {
  readonly #lines = new Map<number, number>();
  #boxes: readonly Box[] | null = null;

  constructor(
    readonly index: TextIndex,
    readonly root: HTMLElement,
    /** Counts the layouts of a page, from 1. */
    readonly layout: number,
  ) {}

  /** Top of the line in which an offset stands, exact. */
  lineTop(offset: number): number {
    const known = this.#lines.get(offset);
    if (known !== undefined) return known;
    const rect = liveRange(this.index, offset, offset + 1)?.getClientRects()[0];
    const top = rect === undefined ? this.estimate(offset) : rect.top - this.#origin();
    this.#lines.set(offset, top);
    return top;
  }

  /** The same from one rectangle per block, right to within a line or two; costs nothing for passages far away. */
  estimate(offset: number): number {
    const at = Math.max(
      0,
      lastIndexWhere(this.index.blocks, ({ start }) => start <= offset),
    );
    const block = this.index.blocks[at];
    const box = this.boxes()[at];
    if (block === undefined || box === undefined) return 0;
    const share = (offset - block.start) / Math.max(1, block.end - block.start);
    return box.top + (box.bottom - box.top) * Math.min(1, share);
  }

  /** Top and bottom of each block, in the order of the index. */
  boxes(): readonly Box[] {
    if (this.#boxes === null) {
      const origin = this.#origin();
      this.#boxes = this.index.blocks.map(({ element }) => {
        const { top, bottom } = element.getBoundingClientRect();
        return { top: top - origin, bottom: bottom - origin };
      });
    }
    return this.#boxes;
  }

  /** Offsets of the text between two heights, whole blocks. */
  between(top: number, bottom: number): { readonly start: number; readonly end: number } {
    const boxes = this.boxes();
    const first = Math.min(boxes.length - 1, lastIndexWhere(boxes, (box) => box.bottom < top) + 1);
    const last = Math.max(
      first,
      lastIndexWhere(boxes, (box) => box.top <= bottom),
    );
    return { start: this.index.blocks[first]?.start ?? 0, end: this.index.blocks[last]?.end ?? 0 };
  }

  /** The block at a height: the last one that begins above it. */
  blockAtHeight(height: number): IndexedBlock | null {
    const boxes = this.boxes();
    return (
      this.index.blocks[
        Math.max(
          0,
          lastIndexWhere(boxes, (box) => box.top <= height),
        )
      ] ?? null
    );
  }

  /** Rectangles of a passage, in pixels from the article's top left corner. */
  rects(start: number, end: number): readonly { left: number; top: number; width: number; height: number }[] {
    const origin = this.root.getBoundingClientRect();
    return [...(liveRange(this.index, start, end)?.getClientRects() ?? [])].map((rect) => ({
      left: rect.left - origin.left,
      top: rect.top - origin.top,
      width: rect.width,
      height: rect.height,
    }));
  }

  /** The offset under a point of the window, or null when the point is beside the letters. */
  offsetAtPoint(x: number, y: number): number | null {
    const at = caretAt(x, y);
    if (at === null || !this.root.contains(at.node)) return null;
    const start = this.index.starts.get(at.node);
    if (start === undefined) return null;
    // The caret snaps to the nearest letter; only a letter whose box holds the point was meant.
    for (const offset of [start + at.offset, start + at.offset - 1]) {
      const rects = liveRange(this.index, offset, offset + 1)?.getClientRects() ?? [];
      for (const { left, right, top, bottom } of rects) {
        if (x >= left - 1 && x <= right + 1 && y >= top && y <= bottom) return offset;
      }
    }
    return null;
  }

  /** The block in which an offset stands. */
  blockOf(offset: number): IndexedBlock | null {
    return blockAt(this.index, offset);
  }

  #origin(): number {
    return this.root.getBoundingClientRect().top;
  }
}

type Caret = { readonly node: Node; readonly offset: number };

function caretAt(x: number, y: number): Caret | null {
  if ("caretPositionFromPoint" in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position === null ? null : { node: position.offsetNode, offset: position.offset };
  }
  // Safari before 18.4 and older Chromium.
  const range = (
    document as Document & { caretRangeFromPoint(x: number, y: number): Range | null }
  ).caretRangeFromPoint(x, y);
  return range === null ? null : { node: range.startContainer, offset: range.startOffset };
}
