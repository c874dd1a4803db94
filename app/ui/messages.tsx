import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import styles from "./messages.module.css";
import { Time } from "./time.tsx";

export type Message = {
  readonly id: string;
  readonly by: string;
  /** Milliseconds. */
  readonly at: number;
  /** Of the viewer's own side, which stands at the end of the line. */
  readonly isOwnSide: boolean;
  readonly said: ReactNode;
};

/** What two sides said to each other, oldest first. */
export function Messages({ messages }: { readonly messages: readonly Message[] }) {
  return (
    <ol className={styles.messages}>
      {messages.map(({ id, by, at, isOwnSide, said }) => (
        <li key={id} className={classNames(styles.message, isOwnSide && styles.own)}>
          <p className={styles.by}>
            <bdi>{by}</bdi> · <Time at={at} />
          </p>
          {said}
        </li>
      ))}
    </ol>
  );
}
