import { useEffect, useRef } from "react";
import { useSingleKeys } from "#app/live/use-single-keys.ts";
import { useKeyPresses } from "#app/ui/key-press.ts";
import { useToast } from "#app/ui/toast.tsx";
import { moderatingWords as words } from "#app/words/moderating.ts";
import { offersOf } from "./card-verbs.ts";
import { type QueueKey, queueKeyOf } from "./keys.ts";
import { STAFF_NOTE_ID } from "./notes-part.tsx";
import { SANCTIONS_ID } from "./person-part.tsx";
import type { Triage } from "./use-triage.ts";

/** The keys of the queue. */
export function useQueueKeys(triage: Triage, onKeyMap: () => void): void {
  const [singleKeys] = useSingleKeys();
  const toast = useToast();
  useFocusOnCurrent(triage);
  useKeyPresses((press, { target }) => {
    const isOnControl = target instanceof Element && target.closest("button, summary, input") !== null;
    const key = queueKeyOf({ ...press, isOnControl }, singleKeys);
    if (key === null) return false;
    if (key === "keys") onKeyMap();
    else if (key === "undo") takeBack(triage, () => toast({ sentence: words.done.nothingToUndo }));
    else return actOn(key, triage);
    return true;
  });
}

function actOn(key: QueueKey, triage: Triage): boolean {
  const { tell } = triage;
  const aim = triage.aim();
  // While the next card is on its way, what decides would be about the one before.
  const open = triage.deck.current?.card.id === aim ? triage.deck.current : null;
  switch (key) {
    case "next":
    case "previous":
      triage.step(key === "next" ? 1 : -1);
      return true;
    case "select":
    case "range":
      if (aim === null) return false;
      tell(key === "select" ? { kind: "toggle", id: aim } : { kind: "range", to: aim });
      return true;
    case "note":
      return focusOn(`#${STAFF_NOTE_ID}`);
    case "sanction":
      return focusOn(`#${SANCTIONS_ID} :is(button, a, summary)`);
    case "claim":
      void open?.deciding.claim(open.card.claim !== null && !open.card.claim.isMine);
      return open !== null;
    case "repeat":
      open?.deciding.repeat();
      return open !== null;
    case "leave":
      if (open?.deciding.asking) open.deciding.cancel();
      else if (triage.state.selected.size > 0) tell({ kind: "select", ids: [] });
      else return false;
      return true;
    default: {
      const row = open === null ? undefined : triage.state.rows.get(open.card.id);
      const offer =
        open === null || row?.state === "done" ? undefined : offersOf(open.card).find((one) => one.key === key);
      if (offer !== undefined) open?.deciding.begin(offer);
      return offer !== undefined;
    }
  }
}

/** The last decision of this visit; where that is none, the one that ended the item that is open. */
function takeBack({ memory, undo, deck, state }: Triage, onNothing: () => void): void {
  const last = memory.made.at(-1);
  if (last !== undefined) {
    void undo(last.decision, last.item);
    return;
  }
  const card = deck.current?.card;
  const decision = card === undefined ? undefined : (state.rows.get(card.id) ?? card).decided?.decision;
  if (card === undefined || decision === undefined) onNothing();
  else void undo(decision, card.id);
}

/** The focus goes with the item that is open, so that it is read out and Tab goes on from there; not out of a field. */
function useFocusOnCurrent({ current, state }: Triage): void {
  const before = useRef<string | null>(current);
  useEffect(() => {
    if (before.current === current || current === null) return;
    if (!state.order.includes(current)) return;
    const isFirst = before.current === null;
    before.current = current;
    // What opens by itself with the page does not take the focus from where a page begins.
    if (isFirst) return;
    const link = document.querySelector<HTMLElement>(`[data-item="${CSS.escape(current)}"] a`);
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: "nearest" });
  }, [current, state.order]);
}

function focusOn(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  element?.scrollIntoView({ block: "nearest" });
  return element !== null;
}
