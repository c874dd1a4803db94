import { Link } from "@remix-run/react";
import type { RecordRow } from "#app/context/record.ts";
import { isTakenBack } from "#app/domain/moderation/verb.ts";
import { classNames } from "#app/ui/class-names.ts";
import { RowForm } from "#app/ui/row-form.tsx";
import { Time } from "#app/ui/time.tsx";
import { recordWords as words } from "#app/words/appeals.ts";
import { moderationWords } from "#app/words/moderation.ts";
import styles from "./record.module.css";

export type RecordLineProps = { readonly row: RecordRow; readonly isStaff: boolean; readonly home: string };

/** One decision: its number, what was done and why, by whom and when, and what was said. */
export function RecordLine({ row, isStaff, home }: RecordLineProps) {
  const { seq, verb, reason, undoes, isUndone, subject, concerns } = row;
  return (
    <li className={classNames(styles.row, isUndone && styles.undone)} id={`d${seq}`}>
      <span className={styles.number}>{seq}</span>
      <div className={styles.what}>
        <p>
          <strong>
            {undoes === null ? moderationWords.verbs[verb] : words.takenBack(moderationWords.verbs[verb])}
          </strong>
          {reason === null ? null : ` · ${moderationWords.reasons[reason]}`}
          {concerns === null ? null : ` · ${concerns}`}
          {undoes === null ? null : <span className={styles.mark}>{words.number(undoes)}</span>}
          {isUndone ? <span className={styles.mark}>{words.undone}</span> : null}
        </p>
        <p className={styles.line}>
          {actorOf(row, isStaff)} · <Time at={row.at} />
          {isStaff && subject.kind === "note" ? (
            <>
              {" · "}
              <Link to={`/n/${subject.id}`} reloadDocument>
                {words.note}
              </Link>
            </>
          ) : null}
        </p>
        <Said label={words.toAuthor} said={row.toAuthor} />
        <Said label={row.subject.kind === "site" ? "" : words.toStaff} said={row.toStaff} />
      </div>
      {isStaff && isTakenBack(verb) && !isUndone && undoes === null && row.actorRole !== "author" ? (
        <RowForm action={home} intent="undo" fields={{ decision: String(seq) }} button={words.undo} icon="undo" />
      ) : null}
    </li>
  );
}

/** What was said with a decision. */
export function Said({ label, said }: { readonly label: string; readonly said: string }) {
  if (said === "") return null;
  return (
    <p className={styles.said}>
      <span>{label}</span> {said}
    </p>
  );
}

/** Who it was: a name for staff, else what they were. */
function actorOf({ actor, actorRole }: RecordRow, isStaff: boolean): string {
  if (actorRole === "system") return words.aRule;
  if (isStaff && actor !== null) return actor;
  return actorRole === "author" ? words.author : words.moderator;
}
