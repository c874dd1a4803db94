import { type RefObject, useEffect, useRef, useState } from "react";
import type { ReadingPage } from "#app/context/reading.ts";
import type { Span } from "#app/domain/annotation/describe.ts";
import { indexText, liveRange } from "#app/features/annotation/text-index.ts";
import { composingIn } from "#app/features/thread/composing.ts";
import { useToast } from "#app/ui/toast.tsx";
import { revisionWords } from "#app/words/revisions.ts";
import { putArticle } from "./islands.tsx";
import { fetchNewest } from "./newest-text.ts";
import type { Reading } from "./use-reading.ts";

const words = revisionWords.reader;

/** Milliseconds over which readers spread when all of them fetch the new words: so many for each who is here, and at most. */
const SPREAD_EACH = 10;
const SPREAD = 1_500;
/** Milliseconds between tries without an answer, and how many there are. */
const AGAIN = 4_000;
const TRIES = 5;

type Parts = Pick<Reading, "page" | "view" | "geometry" | "selection" | "change" | "revision" | "peers">;

/**
 * Follows the text to its newest revision while it is read: what is at the top of the window stays there, and so do what is
 * selected, what is being written and the open thread.
 */
export function useNewestText(parts: Parts, article: RefObject<HTMLElement>, show: (page: ReadingPage) => void): void {
  const toast = useToast();
  const latest = useRef(parts);
  latest.current = parts;
  const { page, revision, geometry } = parts;
  const isBehind = revision !== null && revision.n > page.revision.n && geometry !== null;
  const [tries, setTries] = useState(0);

  useEffect(() => {
    if (!isBehind || tries >= TRIES) return;
    let isCurrent = true;
    const follow = async () => {
      const { page: shown, view, selection } = latest.current;
      const top = placeAtTop(latest.current, article.current);
      const composed = view.composing === null ? [] : [view.composing.span, ...view.composing.more];
      const spans = [...composed, selection].flatMap((span) => span ?? []);
      const places = top === null ? [] : [top.offset];
      try {
        const newest = await fetchNewest(shown.document.id, { source: shown.revision.id, spans, places });
        if (!isCurrent || article.current === null) return;
        putArticle(article.current, newest.html);
        show(newest.page);
        if (top !== null) keepAtTop(article.current, top, newest.places[0] ?? 0);
        // The words stay in the composer; where the passage is gone, the note is one on the whole text.
        if (view.composing !== null) {
          latest.current.change({ kind: "recompose", composing: composingIn(view.composing, newest.spans) });
        }
        if (selection !== null) selectAgain(article.current, newest.spans.at(-1) ?? null);
        const see = () => location.assign(`/t/${shown.document.id}/revisions/${newest.page.revision.n}`);
        toast({ sentence: words.changed, action: { label: words.see, onSelect: see } });
        setTries(0);
      } catch {
        if (!isCurrent) return;
        if (tries + 1 < TRIES) setTimeout(() => isCurrent && setTries(tries + 1), AGAIN);
        else toast({ sentence: words.failed, action: { label: words.reload, onSelect: () => location.reload() } });
      }
    };
    const spread = Math.min(SPREAD, latest.current.peers.length * SPREAD_EACH);
    const timer = setTimeout(() => void follow(), tries === 0 ? Math.random() * spread : 0);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [isBehind, tries, article, show, toast]);
}

type Top = { readonly offset: number; readonly y: number };

/** The first block that begins in the window, or the one that fills it. */
function placeAtTop({ geometry }: Parts, root: HTMLElement | null): Top | null {
  if (geometry === null || root === null) return null;
  const origin = root.getBoundingClientRect().top;
  const boxes = geometry.boxes();
  const inView = boxes.findIndex(({ top }) => origin + top >= 0);
  const at = inView === -1 ? boxes.length - 1 : inView;
  const [block, box] = [geometry.index.blocks[at], boxes[at]];
  return block === undefined || box === undefined ? null : { offset: block.start, y: origin + box.top };
}

/** Scrolls so that the block of that place is where the one before it was. */
function keepAtTop(root: HTMLElement, { y }: Top, place: number): void {
  const blocks = [...root.querySelectorAll<HTMLElement>("[data-block]")];
  const block = blocks.findLast((one) => Number(one.dataset.start) <= place);
  if (block === undefined) return;
  window.scrollBy({ top: block.getBoundingClientRect().top - y, behavior: "instant" });
}

function selectAgain(root: HTMLElement, span: Span | null): void {
  if (span === null) return;
  const index = indexText(root);
  const range = liveRange(index, span.start, span.end);
  const selection = document.getSelection();
  if (range === null || selection === null) return;
  selection.removeAllRanges();
  selection.addRange(range);
}
