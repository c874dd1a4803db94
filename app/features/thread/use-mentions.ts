import { useRef, useState } from "react";
import { mentionOf, type Named, nobodyNamed, shownMentions, storedMentions } from "./mentions.ts";
import type { Asked, Offer } from "./suggestions.ts";

export type Mentions = {
  /** What the field shows. */
  readonly words: string;
  /** Takes what the field shows now. */
  readonly change: (words: string) => void;
  /** What goes into the field for an offer; from then on that name stands for that seat. */
  readonly insertOf: (offer: Offer, kind: Asked["kind"]) => string;
  /** True where these words are somebody's whole name already, so that there is nothing to offer. */
  readonly isNamed: (words: string) => boolean;
};

/** A field's view of a body in which people are named: `value` and `onChange` speak of the body as it is kept and sent. */
export function useMentions(value: string, onChange: (value: string, words: string) => void): Mentions {
  const named = useRef<Named>(nobodyNamed);
  const [seen, setSeen] = useState<{ readonly value: string; readonly words: string }>({ value: "", words: "" });
  let { words } = seen;
  if (seen.value !== value) {
    // A draft that came back, an old note, or a field that was emptied.
    const shown = shownMentions(value);
    named.current = shown.named;
    words = shown.words;
    setSeen({ value, words });
  }
  return {
    words,
    change: (next) => {
      const stored = storedMentions(next, named.current);
      setSeen({ value: stored, words: next });
      onChange(stored, next);
    },
    insertOf: ({ id, label, insert }, kind) => {
      if (kind !== "person") return insert;
      if ((named.current.get(label) ?? id) !== id) return `${mentionOf(label, id)} `;
      named.current = new Map([...named.current, [label, id]]);
      return `@${label} `;
    },
    isNamed: (query) => named.current.has(query),
  };
}
