import { type RefObject, useReducer, useRef } from "react";
import type { Thread } from "#app/live/thread-index.ts";
import { type PlacedReply, placedReplies } from "./reply-tree.ts";
import { useThreadSurroundings } from "./thread-context.tsx";

export type HeldReplies = {
  readonly shown: readonly PlacedReply[];
  readonly held: number;
  readonly show: () => void;
};

/**
 * While words are being written, or the mouse is on what stands below, replies of others wait behind a button on the edge
 * of the card: they would push away what is under the hand. So does at any time a reply that would come in above another.
 */
export function useHeldReplies(thread: Thread, isWriting: boolean, foot: RefObject<HTMLElement>): HeldReplies {
  const { isOwn } = useThreadSurroundings();
  const known = useRef<Set<string> | null>(null);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const placed = placedReplies(thread);
  const showAll = () => {
    known.current = new Set(placed.map(({ note }) => note.id));
  };
  const isKnown = ({ note }: PlacedReply) => (known.current?.has(note.id) ?? true) || isOwn(note.seat);
  const pushes = placed.findLastIndex(isKnown) > placed.findIndex((reply) => !isKnown(reply)) && !placed.every(isKnown);
  if (known.current === null || !(isWriting || pushes || isPointedBelow(foot.current))) showAll();
  const shown = placed.filter(isKnown);
  const show = () => {
    showAll();
    redraw();
  };
  return { shown, held: placed.length - shown.length, show };
}

/** True while the mouse is on the box, unless the person is in it, or on a card further down. */
function isPointedBelow(foot: HTMLElement | null): boolean {
  if (foot === null) return false;
  const isOnBox = foot.matches(":hover") && !foot.contains(document.activeElement);
  return isOnBox || foot.closest("[data-slot]:has(~ [data-slot]:hover)") !== null;
}
