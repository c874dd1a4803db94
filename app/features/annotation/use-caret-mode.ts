import { useCallback, useEffect, useState } from "react";
import type { Span } from "#app/domain/annotation/describe.ts";
import type { ArticleGeometry } from "./article-geometry.ts";
import { neighbour, type Step, segmenterOf, unitsOf } from "./sentences.ts";
import { liveRange } from "./text-index.ts";

type Caret = { readonly anchor: Span; readonly head: Span };

/** Selecting by keyboard: on, the arrows select sentence by sentence (Alt: word by word), Shift extends. */
export type CaretMode = { readonly isOn: boolean; readonly toggle: () => void; readonly leave: () => void };

/** `top` gives the height at which the mode begins, pixels from the article's top. */
export function useCaretMode(geometry: ArticleGeometry | null, top: () => number): CaretMode {
  const [caret, setCaret] = useState<Caret | null>(null);
  const leave = useCallback(() => setCaret(null), []);

  const toggle = useCallback(() => {
    if (geometry === null) return;
    setCaret((before) => {
      if (before !== null) return null;
      const block = geometry.blockAtHeight(top() + 40);
      const first = block && unitsOf(geometry.index.text, block, segmenterIn(geometry, "sentence"))[0];
      return first ? { anchor: first, head: first } : null;
    });
  }, [geometry, top]);

  useEffect(() => {
    if (geometry === null || caret === null) return;
    show(geometry, caret);
    const press = (event: KeyboardEvent) => {
      const next = moved(geometry, caret, event);
      if (next === null) return;
      event.preventDefault();
      setCaret(next);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [geometry, caret]);

  return { isOn: caret !== null, toggle, leave };
}

/** Keeps to the direction of reading: in a right-to-left text the left arrow goes on. */
function moved(geometry: ArticleGeometry, { anchor, head }: Caret, event: KeyboardEvent): Caret | null {
  if (event.ctrlKey || event.metaKey) return null;
  const { text, blocks } = geometry.index;
  const isRightToLeft = getComputedStyle(geometry.root).direction === "rtl";
  const on = isRightToLeft ? "ArrowLeft" : "ArrowRight";
  const back = isRightToLeft ? "ArrowRight" : "ArrowLeft";
  const step: Step = event.altKey ? "word" : "sentence";
  const walk = { text, blocks, segmenter: segmenterIn(geometry, step) };
  let next: Span | null = null;
  if (event.key === on) next = neighbour(walk, head, 1);
  else if (event.key === back) next = neighbour(walk, head, -1);
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    next = firstOfNextBlock(geometry, head, event.key === "ArrowDown" ? 1 : -1);
  }
  if (next === null) return null;
  return { anchor: event.shiftKey ? anchor : next, head: next };
}

/** The article says in which language it is written. */
const segmenterIn = ({ root }: ArticleGeometry, step: Step): Intl.Segmenter => segmenterOf(step, root.lang);

function firstOfNextBlock(geometry: ArticleGeometry, head: Span, by: 1 | -1): Span | null {
  const { text, blocks } = geometry.index;
  const segmenter = segmenterIn(geometry, "sentence");
  let at = blocks.findLastIndex(({ start }) => start <= head.start) + by;
  for (let block = blocks[at]; block !== undefined; block = blocks[at]) {
    const first = unitsOf(text, block, segmenter)[0];
    if (first !== undefined) return first;
    at += by;
  }
  return null;
}

function show(geometry: ArticleGeometry, { anchor, head }: Caret): void {
  const span = { start: Math.min(anchor.start, head.start), end: Math.max(anchor.end, head.end) };
  const range = liveRange(geometry.index, span.start, span.end);
  if (range === null) return;
  const selection = document.getSelection();
  selection?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  geometry.blockOf(head.start)?.element.scrollIntoView({ block: "nearest" });
}
