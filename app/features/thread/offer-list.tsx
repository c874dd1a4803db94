import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { classNames } from "#app/ui/class-names.ts";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { discussionWords } from "#app/words/discussion.ts";
import styles from "./offer-list.module.css";
import type { Named } from "./suggestions.ts";

/** The id of one offer, which the field names as its active one. */
export const offerId = (list: string, place: number): string => `${list}-${place}`;

export type OfferListProps<N extends Named> = {
  readonly id: string;
  readonly label: string;
  readonly offers: readonly N[];
  readonly active: number;
  readonly onTake: (offer: N) => void;
};

/** Offers below a field, which keeps the focus; a finger or the mouse takes one as the keys do. */
export function OfferList<N extends Named>({ id, label, offers, active, onTake }: OfferListProps<N>) {
  const list = useRef<HTMLDivElement>(null);
  const [isAbove, setAbove] = useState(false);
  useLayoutEffect(() => {
    const field = list.current?.parentElement?.getBoundingClientRect();
    if (list.current === null || field === undefined) return;
    const { height } = list.current.getBoundingClientRect();
    setAbove(field.bottom + height > window.innerHeight && field.top > height);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is active stands in the document
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [active, offers]);
  return (
    <>
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={label}
        className={classNames(styles.list, isAbove && styles.above)}
      >
        {offers.map((offer, place) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active offer
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
          <div
            key={offer.id}
            id={offerId(id, place)}
            role="option"
            aria-selected={place === active}
            className={classNames(styles.offer, place === active && styles.active)}
            // Pressing must not take the focus out of the field.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(offer)}
          >
            <span className={styles.label} dir="auto">
              {offer.label}
            </span>
            {offer.detail === "" ? null : (
              <span className={styles.detail} dir="auto">
                {offer.detail}
              </span>
            )}
          </div>
        ))}
      </div>
      <div role="status">
        <VisuallyHidden>{discussionWords.completion.found(offers.length)}</VisuallyHidden>
      </div>
    </>
  );
}
