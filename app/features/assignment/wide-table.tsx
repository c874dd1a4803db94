import type { ReactNode } from "react";
import styles from "./wide-table.module.css";

/** A table that may be wider than the page. */
export function WideTable({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is read by scrolling, also by keyboard
    <section className={styles.wide} tabIndex={0} aria-label={label}>
      <table>{children}</table>
    </section>
  );
}
