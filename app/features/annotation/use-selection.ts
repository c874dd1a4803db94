import { type RefObject, useEffect, useState } from "react";
import { MAX_QUOTE } from "#app/domain/annotation/annotation.ts";
import { type Span, tidySpan } from "#app/domain/annotation/describe.ts";
import type { ArticleGeometry } from "./article-geometry.ts";
import { offsetOf } from "./text-index.ts";

/** Milliseconds without a change after which a selection counts as made; handles and Shift+arrows change it in steps. */
const REST = 180;

/** The words that are selected in the article, once the selection rests; null while nothing is. */
export function useSelection(ref: RefObject<HTMLElement>, geometry: ArticleGeometry | null): Span | null {
  // With the words that it is a span of: of another revision it would be other words.
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    if (geometry === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isDown = false;
    const { index } = geometry;
    const read = () =>
      setSelected((before) => {
        const known = before?.index === index ? before.span : null;
        const span = same(known, selectedSpan(geometry, ref.current));
        return before?.index === index && before.span === span ? before : { index, span };
      });
    read();
    const later = () => {
      clearTimeout(timer);
      if (document.getSelection()?.isCollapsed ?? true) read();
      else if (!isDown) timer = setTimeout(read, REST);
    };
    const down = (event: PointerEvent) => {
      // On touch screens the handles of a selection send no events of their own, so only a mouse holds the bar back.
      isDown = event.pointerType === "mouse";
    };
    const up = () => {
      isDown = false;
      later();
    };
    document.addEventListener("selectionchange", later);
    document.addEventListener("pointerdown", down, true);
    document.addEventListener("pointerup", up, true);
    document.addEventListener("pointercancel", up, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", later);
      document.removeEventListener("pointerdown", down, true);
      document.removeEventListener("pointerup", up, true);
      document.removeEventListener("pointercancel", up, true);
    };
  }, [ref, geometry]);
  return selected !== null && selected.index === geometry?.index ? selected.span : null;
}

type Selected = { readonly index: ArticleGeometry["index"]; readonly span: Span | null };

/** The selected span, with whole characters and without white space at its ends; null outside of the article. */
export function selectedSpan(geometry: ArticleGeometry, root: HTMLElement | null): Span | null {
  const selection = document.getSelection();
  if (root === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const { index } = geometry;
  const startsInside = root.contains(range.startContainer);
  const endsInside = root.contains(range.endContainer);
  if (!startsInside && !endsInside) return null;
  const start = startsInside ? offsetOf(index, range.startContainer, range.startOffset) : 0;
  const end = endsInside ? offsetOf(index, range.endContainer, range.endOffset) : index.text.length;
  if (start === null || end === null) return null;
  const span = tidySpan(index.text, { start, end });
  return span !== null && span.end - span.start <= MAX_QUOTE ? span : null;
}

function same(before: Span | null, now: Span | null): Span | null {
  return before !== null && now !== null && before.start === now.start && before.end === now.end ? before : now;
}
