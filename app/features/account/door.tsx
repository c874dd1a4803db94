import type { ReactNode } from "react";
import { Page } from "#app/ui/page.tsx";
import styles from "./door.module.css";

/** The frame of sign-in, sign-up and their like: one title, one small form. */
export function Door(props: {
  readonly title: string;
  readonly sentence?: ReactNode;
  readonly children: ReactNode;
  readonly below?: ReactNode;
  /** Another way in, beside the form where there is room. */
  readonly aside?: ReactNode;
}) {
  const door = (
    <>
      <div className={styles.head}>
        <h1>{props.title}</h1>
        {props.sentence ? <p>{props.sentence}</p> : null}
      </div>
      {props.children}
      {props.below ? <div className={styles.below}>{props.below}</div> : null}
    </>
  );
  if (!props.aside) return <Page width="door">{door}</Page>;
  return (
    <Page width="list">
      <div className={styles.columns}>
        <div className={styles.column}>{door}</div>
        {props.aside}
      </div>
    </Page>
  );
}
