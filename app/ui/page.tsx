import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import styles from "./page.module.css";

/** The measure of a page's column: `door` for one small form, `text` for forms, `list` for lists, `broad` with a side column. */
export type PageWidth = "door" | "text" | "list" | "broad";

/** The column in which a page stands. */
export function Page({ width = "text", children }: { readonly width?: PageWidth; readonly children: ReactNode }) {
  return <div className={classNames(styles.page, styles[width])}>{children}</div>;
}

/** A page's title with a line below and what can be done beside it. */
export function PageHead(props: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className={styles.head}>
      <div className={styles.words}>
        <h1>{props.title}</h1>
        {props.children ? <div className={styles.below}>{props.children}</div> : null}
      </div>
      {props.actions ? <div className={styles.actions}>{props.actions}</div> : null}
    </div>
  );
}

/** A part of a page under its own heading. */
export function Section(props: {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly children: ReactNode;
  readonly tone?: "plain" | "danger";
}) {
  return (
    <section className={classNames(styles.section, props.tone === "danger" && styles.danger)}>
      <div>
        <h2>{props.title}</h2>
        {props.hint ? <p className={styles.hint}>{props.hint}</p> : null}
      </div>
      <div className={styles.body}>{props.children}</div>
    </section>
  );
}

/** A raised piece of paper. */
export function Card({ children }: { readonly children: ReactNode }) {
  return <div className={styles.card}>{children}</div>;
}

/** Fields above each other with the usual distance. */
export function Stack({ children, gap = "m" }: { readonly children: ReactNode; readonly gap?: "s" | "m" | "l" }) {
  return <div className={classNames(styles.stack, styles[`gap-${gap}`])}>{children}</div>;
}

/** Things side by side that wrap. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

/** A sentence about the state of the whole page, such as "archived". */
export function Notice({ children, actions }: { readonly children: ReactNode; readonly actions?: ReactNode }) {
  return (
    <div className={styles.notice}>
      <p>{children}</p>
      {actions}
    </div>
  );
}
