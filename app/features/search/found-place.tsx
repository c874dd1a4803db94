import type { FoundIn } from "#app/context/search.ts";
import { searchWords as words } from "#app/words/search.ts";
import styles from "./results.module.css";

/** In which text something stands, and at which paragraph. */
export function FoundPlace({ text, number }: { readonly text: FoundIn; readonly number: number | null }) {
  return (
    <p className={styles.place}>
      <bdi>{text.title}</bdi>
      {number === null ? null : <span>{words.paragraph(number)}</span>}
      {text.group === null ? null : <bdi className={styles.group}>{text.group}</bdi>}
    </p>
  );
}
