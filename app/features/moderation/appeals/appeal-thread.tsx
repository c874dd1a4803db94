import type { AppealCase } from "#app/context/record.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Time } from "#app/ui/time.tsx";
import { appealWords as words } from "#app/words/appeals.ts";
import styles from "./appeals.module.css";

export type AppealThreadProps = {
  readonly appeal: AppealCase;
  /** Whose eyes: the other side stands on the left. */
  readonly side: "staff" | "appellant";
};

/** What was said on an appeal, and how it stands. */
export function AppealThread({ appeal, side }: AppealThreadProps) {
  return (
    <div className={styles.thread}>
      <ol className={styles.messages}>
        {appeal.messages.map(({ id, by, isStaff, words: said, at }) => {
          const isOwnSide = isStaff === (side === "staff");
          const name = side === "appellant" ? (isStaff ? words.moderator : words.you) : (by ?? words.moderator);
          return (
            <li key={id} className={classNames(styles.message, isOwnSide && styles.own)}>
              <p className={styles.by}>
                {name} · <Time at={at} />
              </p>
              <p dir="auto">{said}</p>
            </li>
          );
        })}
      </ol>
      <p className={classNames(styles.state, appeal.state === "open" && styles.open)}>{words.states[appeal.state]}</p>
    </div>
  );
}
