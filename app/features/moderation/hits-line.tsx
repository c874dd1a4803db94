import type { QueueCard } from "#app/context/queue-card.ts";
import { Badge } from "#app/ui/chip.tsx";
import { moderatingWords } from "#app/words/moderating.ts";
import { rulesWords } from "#app/words/rules.ts";
import styles from "./hits-line.module.css";
import { readable } from "./marked-words.ts";

/** What rules and policies said of the words; those with a place are marked there as well. */
export function HitsLine({ card: { hits, body, tries } }: { readonly card: QueueCard }) {
  const words = moderatingWords.card;
  if (hits.length === 0 && tries === 0) return null;
  return (
    <p className={styles.line}>
      {hits.map(({ rule, class: kind, start, end }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one rule may find several places
        <Badge key={`${rule} ${i}`} kind="warn">
          {start === null || end === null
            ? nameOf(kind)
            : words.hit(nameOf(kind), readable(body.slice(start, end)).slice(0, 40))}
        </Badge>
      ))}
      {tries === 0 ? null : <Badge kind="warn">{words.tries(tries)}</Badge>}
    </p>
  );
}

function nameOf(kind: string): string {
  const signals: Readonly<Record<string, string>> = moderatingWords.list.signals;
  const rules: Readonly<Record<string, string>> = rulesWords.page.kinds;
  return signals[kind] ?? rules[kind] ?? moderatingWords.card.hits;
}
