import type { ReactNode } from "react";
import styles from "./board.module.css";

/** A part of the board on its own sheet. */
export function Part(props: { readonly title: string; readonly hint?: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>
        {props.title} {props.hint === undefined ? null : <small>{props.hint}</small>}
      </h2>
      {props.children}
    </section>
  );
}
