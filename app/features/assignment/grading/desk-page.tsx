import { Link, useNavigate } from "@remix-run/react";
import { useState } from "react";
import type { Desk } from "#app/context/grading.ts";
import { useSingleKeys } from "#app/live/use-single-keys.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { joined } from "#app/ui/joined.ts";
import { KeyMap } from "#app/ui/key-map.tsx";
import { useKeyPresses } from "#app/ui/key-press.ts";
import { Notice } from "#app/ui/page.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { boardWords } from "#app/words/board.ts";
import { feedbackWords } from "#app/words/feedback.ts";
import { sayLate } from "#app/words/say-late.ts";
import { FeedbackThread } from "../feedback-thread.tsx";
import { WorkBadge } from "../work-badge.tsx";
import { Bank } from "./bank.tsx";
import styles from "./desk.module.css";
import { deskKeyOf } from "./desk-keys.ts";
import { DeskNotes } from "./desk-notes.tsx";
import { GradePanel } from "./grade-panel.tsx";
import { OtherMarks } from "./other-marks.tsx";
import { Rules } from "./rules.tsx";

const words = boardWords.desk;

export type DeskPageProps = {
  readonly desk: Desk;
  /** Id of the next message about the grade. */
  readonly newId: string;
  readonly answer: FormAnswer<string> | undefined;
};

/** The work of one student beside its grade. */
export function DeskPage({ desk, newId, answer }: DeskPageProps) {
  const [showsKeys, setShowsKeys] = useState(false);
  const { student, submission, gone, later, own } = desk;
  const [singleKeys, setSingleKeys] = useSingleKeys();
  useStudentKeys(desk, singleKeys, () => setShowsKeys(true));
  return (
    <div className={styles.desk}>
      <Head desk={desk} onKeys={() => setShowsKeys(true)} />
      <div className={styles.panes}>
        <div className={styles.work}>
          {desk.isOutdated ? <Notice>{words.outdated}</Notice> : null}
          {submission === null ? <p className={styles.facts}>{words.notHandedIn}</p> : null}
          {gone > 0 ? <p className={styles.facts}>{words.gone(gone)}</p> : null}
          {later > 0 ? <p className={styles.facts}>{words.later(later)}</p> : null}
          <DeskNotes desk={desk} />
        </div>
        <aside className={styles.panel} aria-label={words.own[own.marking]}>
          <FormMessage kind="done">{answer?.ok === true ? answer.value : null}</FormMessage>
          <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
          <Rules desk={desk} />
          <OtherMarks desk={desk} />
          <GradePanel key={`${student.id} ${own.marking} ${own.version}`} desk={desk} answer={answer} />
          {desk.isReleased ? (
            <section className={styles.part} aria-labelledby="about-grade">
              <h2 id="about-grade">{feedbackWords.title}</h2>
              <FeedbackThread
                {...{ messages: desk.messages, newId, answer }}
                side="staff"
                hint={feedbackWords.forStaff(student.name)}
                maySay
              />
            </section>
          ) : null}
          <Bank bank={desk.bank} answer={answer} />
        </aside>
      </div>
      <KeyMap
        open={showsKeys}
        onClose={() => setShowsKeys(false)}
        words={boardWords.keys}
        singleKeys={singleKeys}
        onSingleKeys={setSingleKeys}
      />
    </div>
  );
}

function useStudentKeys({ assignment, around }: Desk, singleKeys: boolean, onKeys: () => void): void {
  const navigate = useNavigate();
  useKeyPresses((press) => {
    const key = deskKeyOf(press, singleKeys);
    if (key?.kind === "keys") onKeys();
    else if (key?.kind === "next" || key?.kind === "previous") {
      const to = around[key.kind];
      if (to === null) return false;
      navigate(`/assignments/${assignment.id}/grade/${to.id}`);
    } else return false;
    return true;
  });
}

function Head({ desk, onKeys }: { readonly desk: Desk; readonly onKeys: () => void }) {
  const { assignment, student, state, submission, around } = desk;
  const sayTime = useSayTime();
  const to = (id: string) => `/assignments/${assignment.id}/grade/${id}`;
  const came =
    submission === null
      ? ""
      : joined([
          (submission.by === "member" ? words.handedIn : words.taken)(sayTime(submission.at, "moment")),
          submission.n > 1 ? words.again(submission.n) : "",
          submission.late > 0 ? boardWords.students.lateBy(sayLate(submission.late)) : "",
        ]);
  return (
    <header className={styles.head}>
      <div>
        <h1>
          <bdi>{student.name}</bdi>
        </h1>
        <p className={styles.facts}>
          {student.section === null ? "" : `${student.section} · `}
          <WorkBadge state={state} /> {came}
        </p>
      </div>
      <nav className={styles.around}>
        <Link to={`/assignments/${assignment.id}/board`}>{words.board}</Link>
        <span className={styles.facts}>{words.place(around.place, around.of)}</span>
        {around.previous === null ? null : (
          <ButtonLink to={to(around.previous.id)} size="s" icon="arrowLeft" aria-keyshortcuts="k">
            {words.previous}
          </ButtonLink>
        )}
        {around.next === null ? null : (
          <ButtonLink to={to(around.next.id)} size="s" icon="arrowRight" aria-keyshortcuts="j">
            {words.next}
          </ButtonLink>
        )}
        {around.nextOpen === null ? null : (
          <ButtonLink to={to(around.nextOpen.id)} size="s">
            {words.nextOpen}
          </ButtonLink>
        )}
        <Button kind="quiet" size="s" icon="keyboard" onClick={onKeys} className={styles.scripted}>
          {boardWords.keys.button}
        </Button>
      </nav>
    </header>
  );
}
