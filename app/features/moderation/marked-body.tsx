import type { RuleHit } from "#app/context/queue-card.ts";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import styles from "./marked-body.module.css";
import { markedWords } from "./marked-words.ts";

type MarkedBodyProps = { readonly body: string; readonly hits: readonly RuleHit[] };

/** The words as they were typed, with what rules found at its place. */
export function MarkedBody({ body, hits }: MarkedBodyProps) {
  return (
    <>
      {markedWords(body, hits).map(({ text, hits: found }, i) =>
        found.length === 0 ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
          <mark key={i} className={styles.hit} title={moderatingWords.card.hits}>
            <VisuallyHidden>{` (${moderatingWords.card.hits}: `}</VisuallyHidden>
            {text}
            <VisuallyHidden>{") "}</VisuallyHidden>
          </mark>
        ),
      )}
    </>
  );
}
