import { useEffect, useRef } from "react";
import { blockAt } from "#app/features/annotation/text-index.ts";
import { readingWords } from "#app/words/reading.ts";
import type { ReadingRoom } from "./reading-context.tsx";

/** Buttons added in one task: hundreds at once, in a long text, would have it laid out for 100 ms. */
const AT_ONCE = 40;

/**
 * After each block with notes a button that leads to the first of them, since painted marks are in no accessibility tree.
 * It stands after the outermost element of the block, never inside of a list, a table or the indexed text.
 */
export function useBlockButtons({ threads, geometry, openThread }: ReadingRoom): void {
  const index = geometry?.index ?? null;
  /** By block; kept between changes, since one of them may have the focus. */
  const buttons = useRef(new Map<HTMLElement, HTMLButtonElement>());
  useEffect(() => {
    if (index === null) return;
    const wanted = new Map<HTMLElement, string[]>();
    for (const { id, span } of threads) {
      const element = span && blockAt(index, span.start)?.element;
      if (!element) continue;
      const ids = wanted.get(element);
      if (ids === undefined) wanted.set(element, [id]);
      else ids.push(id);
    }
    for (const [element, button] of buttons.current) {
      if (wanted.has(element)) continue;
      button.remove();
      buttons.current.delete(element);
    }
    const rest = [...wanted];
    const addSome = () => {
      for (const [element, ids] of rest.splice(0, AT_ONCE)) {
        const button = buttons.current.get(element) ?? addButton(element);
        buttons.current.set(element, button);
        const words = readingWords.blockNotes(ids.length);
        if (button.textContent !== words) button.textContent = words;
        button.onclick = () => openThread(ids[0] ?? "");
      }
      if (rest.length > 0) timer = setTimeout(addSome);
    };
    let timer = setTimeout(addSome);
    return () => clearTimeout(timer);
  }, [threads, index, openThread]);
}

function addButton(element: HTMLElement): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "block-notes";
  outermost(element).after(button);
  return button;
}

/** The element that holds a block directly under the article's header or body. */
export function outermost(element: Element): Element {
  let at = element;
  while (at.parentElement !== null && !at.parentElement.id.startsWith("article")) {
    if (at.parentElement.tagName === "HEADER") break;
    at = at.parentElement;
  }
  return at;
}
