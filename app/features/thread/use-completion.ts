import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { insertText } from "#app/ui/insert-text.ts";
import { type Asked, type Audience, askedAt, type Offer, offersFor } from "./suggestions.ts";
import { useThreadSurroundings } from "./thread-context.tsx";
import type { Mentions } from "./use-mentions.ts";

export type Completion = {
  readonly id: string;
  readonly asked: Asked | null;
  readonly offers: readonly Offer[];
  /** Place of the offer that Enter takes. */
  readonly active: number;
  /** Looks again at what stands before the caret. */
  readonly look: () => void;
  readonly close: () => void;
  readonly take: (offer: Offer) => void;
  /** Walks and takes offers by key; true when the key is done with. */
  readonly onKey: (event: KeyboardEvent) => boolean;
};

const none: readonly Offer[] = [];

/** Offers what `@`, `¶`, `#` and `[[` ask for in a field (WAI-ARIA APG "Combobox", list autocomplete with manual selection). */
export function useCompletion(
  area: RefObject<HTMLTextAreaElement>,
  audience: Audience,
  mentions: Pick<Mentions, "insertOf" | "isNamed">,
): Completion {
  const { suggestions } = useThreadSurroundings();
  const id = useId();
  const [open, setOpen] = useState<{ readonly asked: Asked; readonly offers: readonly Offer[] } | null>(null);
  const [active, setActive] = useState(0);
  const [left, setLeft] = useState<number | null>(null);
  const offers = open?.offers ?? none;

  const look = () => {
    const field = area.current;
    const asked =
      field === null || field.selectionStart !== field.selectionEnd ? null : askedAt(field.value, field.selectionStart);
    if (asked?.start !== left) setLeft(null);
    if (asked === null || asked.start === left) return setOpen(null);
    if (asked.kind === "person" && mentions.isNamed(asked.query)) return setOpen(null);
    if (open?.asked.start === asked.start && open.asked.query === asked.query) return;
    setOpen({ asked, offers: offersFor(asked, suggestions, audience) });
    setActive(0);
  };
  const take = (offer: Offer) => {
    const field = area.current;
    if (field === null || open === null) return;
    const { start, kind } = open.asked;
    const insert = mentions.insertOf(offer, kind);
    setOpen(null);
    insertText(field, {
      start,
      end: field.selectionStart,
      text: insert,
      select: [start + insert.length, start + insert.length],
    });
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const offer = offers[active];
    if (open === null || offer === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === "ArrowDown") setActive((active + 1) % offers.length);
    else if (event.key === "ArrowUp") setActive((active + offers.length - 1) % offers.length);
    else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) take(offer);
    else if (event.key === "Escape") {
      setLeft(open.asked.start);
      setOpen(null);
      event.stopPropagation();
    } else return false;
    event.preventDefault();
    return true;
  };
  return { id, asked: open?.asked ?? null, offers, active, look, take, onKey, close: () => setOpen(null) };
}
