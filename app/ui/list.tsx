import type { ReactNode } from "react";
import styles from "./list.module.css";

/** Rows between hairlines. */
export function List({ children }: { readonly children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}

export type ListRowProps = {
  /** A sign or picture before the words. */
  readonly start?: ReactNode;
  readonly title: ReactNode;
  readonly line?: ReactNode;
  /** What can be done with the row. */
  readonly end?: ReactNode;
  readonly children?: ReactNode;
};

/** One row: who or what it is, a line about it, and what can be done. */
export function ListRow({ start, title, line, end, children }: ListRowProps) {
  return (
    <li className={styles.row}>
      {start ? <div className={styles.start}>{start}</div> : null}
      <div className={styles.words}>
        <div className={styles.title}>{title}</div>
        {line ? <div className={styles.line}>{line}</div> : null}
        {children}
      </div>
      {end ? <div className={styles.end}>{end}</div> : null}
    </li>
  );
}
