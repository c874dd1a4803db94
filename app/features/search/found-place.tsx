import type { FoundIn } from "#app/context/search.ts";
import { searchWords as words } from "#app/words/search.ts";
import styles from "./results.module.css";

export type FoundPlaceProps = {
  readonly text: FoundIn;
  readonly number: number | null;
  /** True for what stands on the whole text. */
  readonly isOnAll?: boolean;
};

/** In which text something stands, and at which paragraph. */
export function FoundPlace({ text, number, isOnAll = false }: FoundPlaceProps) {
  return (
    <p className={styles.place}>
      <bdi>{text.title}</bdi>
      {number === null ? null : <span>{words.paragraph(number)}</span>}
      {isOnAll ? <span>{words.whole}</span> : null}
      {text.group === null ? null : <bdi className={styles.group}>{text.group}</bdi>}
    </p>
  );
}
