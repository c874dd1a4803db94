import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

/** Where a list would be: what is missing, and the next step as `action`. */
export function EmptyState(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <h2>{props.title}</h2>
      {props.children ? <p>{props.children}</p> : null}
      {props.action ? <div className={styles.action}>{props.action}</div> : null}
    </div>
  );
}
