import type { ReactNode } from "react";
import { classNames } from "#app/ui/class-names.ts";
import styles from "./card-part.module.css";

type CardPartProps = { readonly title: ReactNode; readonly children: ReactNode; readonly isMain?: boolean };

/** A raised part of the card under its own heading. */
export function CardPart({ title, children, isMain = false }: CardPartProps) {
  return (
    <section className={classNames(styles.part, isMain && styles.main)}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Lines of a part: what or when at the side, what about it beside. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>;
}

/** One line of a part. */
export function Fact({ term, children }: { readonly term: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
