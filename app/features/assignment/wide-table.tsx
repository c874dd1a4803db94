import type { ReactNode } from "react";
import { classNames } from "#app/ui/class-names.ts";
import styles from "./wide-table.module.css";

type WideTableProps = {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A table that may be wider than the page; names and heads of columns stay. */
export function WideTable({ label, className, children }: WideTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page is read by scrolling, also by keyboard
    <section className={classNames(styles.wide, className)} tabIndex={0} aria-label={label}>
      <table>{children}</table>
    </section>
  );
}
