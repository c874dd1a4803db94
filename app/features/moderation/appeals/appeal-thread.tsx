import type { AppealCase } from "#app/context/record.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Messages } from "#app/ui/messages.tsx";
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
      <Messages
        messages={appeal.messages.map(({ id, by, isStaff, words: said, at }) => ({
          ...{ id, at, isOwnSide: isStaff === (side === "staff") },
          by: side === "appellant" ? (isStaff ? words.moderator : words.you) : (by ?? words.moderator),
          said: (
            <p className={styles.said} dir="auto">
              {said}
            </p>
          ),
        }))}
      />
      <p className={classNames(styles.state, appeal.state === "open" && styles.open)}>{words.states[appeal.state]}</p>
    </div>
  );
}
