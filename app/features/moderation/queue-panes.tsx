import type { ReactNode } from "react";
import { classNames } from "#app/ui/class-names.ts";
import styles from "./queue-panes.module.css";

export type QueuePanesProps = {
  readonly list: ReactNode;
  readonly card: ReactNode;
  /** Whether an item is open; on a phone it takes the place of the list. */
  readonly isOnItem: boolean;
};

/** The list, and beside it the card. */
export function QueuePanes({ list, card, isOnItem }: QueuePanesProps) {
  return (
    <div className={classNames(styles.panes, isOnItem && styles.onItem)}>
      <div className={styles.list}>{list}</div>
      <div className={styles.card}>{card}</div>
    </div>
  );
}
