import { useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { quotation } from "#app/domain/annotation/annotation.ts";
import { blockAt, numberAt, type TextIndex } from "#app/features/annotation/text-index.ts";
import { readMarkup } from "#app/features/thread/use-markup.ts";
import { isTombstone } from "#app/live/note.ts";
import type { Thread } from "#app/live/thread-index.ts";
import { readingWords } from "#app/words/reading.ts";
import { type Printing, printedWords } from "./printed-words.ts";
import { outermost } from "./use-block-buttons.ts";
import type { Reading } from "./use-reading.ts";

/** While the page is printed: all marks are painted, and each section ends with its numbered notes and their replies. */
export function usePrinting(reading: Reading): boolean {
  const [isPrinting, setPrinting] = useState(false);
  const latest = useRef(reading);
  latest.current = reading;
  const maths = useMathsSetter(reading.threads);
  useEffect(() => {
    let undo = () => {};
    const before = () => {
      const { threads, geometry, facts, origin } = latest.current;
      undo();
      if (geometry !== null)
        undo = layOut(threads, geometry.index, { nameOf: facts.nameOf, origin, maths: maths.current });
      flushSync(() => setPrinting(true));
    };
    const after = () => {
      undo();
      setPrinting(false);
    };
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      after();
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, [maths]);
  return isPrinting;
}

type Around = Printing & { readonly nameOf: (seat: string) => string; readonly origin: string };

const source: Printing["maths"] = () => null;

/** Printing waits for nothing, so what sets formulas is fetched as soon as a note may hold one. */
function useMathsSetter(threads: readonly Thread[]): { readonly current: Printing["maths"] } {
  const setter = useRef(source);
  const isNeeded = useMemo(() => threads.some((one) => [one.root, ...one.replies].some(hasMaths)), [threads]);
  useEffect(() => {
    if (!isNeeded) return;
    const take = (set: typeof import("#app/features/thread/set-maths.ts")) => {
      setter.current = set.mathsNode;
    };
    void import("#app/features/thread/set-maths.ts").then(take).catch(() => undefined);
  }, [isNeeded]);
  return setter;
}

const hasMaths = ({ body }: Thread["root"]): boolean => /\$[^$]+\$/u.test(body);

/** Adds numbers to the blocks and lists to the sections, and gives what takes them away again. */
function layOut(threads: readonly Thread[], index: TextIndex, around: Around): () => void {
  const printed = threads.filter(({ root, replies }) => root.body !== "" || replies.length > 0);
  const lists = new Map<Element, HTMLOListElement>();
  const marked = new Set<HTMLElement>();
  printed.forEach((thread, i) => {
    const block = thread.span === null ? index.blocks[0] : blockAt(index, thread.span.start);
    if (block == null) return;
    const { element } = block;
    element.dataset.printedNotes = [element.dataset.printedNotes, i + 1].filter(Boolean).join(", ");
    marked.add(element);
    const end = endOfSection(outermost(element));
    const list = lists.get(end) ?? document.createElement("ol");
    lists.set(end, list);
    list.append(entryOf(thread, i + 1, index, around));
  });
  const sections = [...lists].map(([end, list]) => {
    const section = document.createElement("aside");
    section.className = "print-notes";
    section.append(list);
    end.after(section);
    return section;
  });
  return () => {
    for (const section of sections) section.remove();
    for (const element of marked) delete element.dataset.printedNotes;
  };
}

/** The last element before the next heading. */
function endOfSection(from: Element): Element {
  const start = from.closest("#article-header") === null ? from : (document.querySelector("#article-body > *") ?? from);
  let at = start;
  while (at.nextElementSibling !== null && !/^H[1-6]$/u.test(at.nextElementSibling.tagName)) {
    at = at.nextElementSibling;
  }
  return at;
}

function entryOf({ root, replies, span }: Thread, n: number, index: TextIndex, { origin, ...around }: Around) {
  const { nameOf } = around;
  const item = document.createElement("li");
  const number = span && numberAt(index, span.start);
  const quote = root.target && quotation(root.target);
  const place = number === null ? readingWords.thread.wholeText : readingWords.paragraph(number);
  const head = document.createElement("b");
  head.textContent = `${n} · ${place}${quote === null ? "" : ` “${shortened(quote)}”`}`;
  item.append(head);
  for (const note of [root, ...replies]) {
    if (isTombstone(note) || note.body === "") continue;
    const line = document.createElement("div");
    line.dir = "auto";
    line.append(`${nameOf(note.seat)}: `, ...printedWords(readMarkup(note.body, origin), around));
    item.append(line);
  }
  return item;
}

const shortened = (quote: string): string => (quote.length <= 120 ? quote : `${quote.slice(0, 110)}…`);
