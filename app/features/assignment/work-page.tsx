import { Form, Link } from "@remix-run/react";
import { useMemo } from "react";
import { ulid } from "ulid";
import type { OwnWork } from "#app/context/own-work.ts";
import { FormMessage } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { List, ListRow } from "#app/ui/list.tsx";
import { Notice, Page, PageHead, Section } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { Written } from "#app/ui/written.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import styles from "./assignment.module.css";
import { sayScore } from "./assignment-list.tsx";
import { Checklist } from "./checklist.tsx";
import { sayLate } from "./say-late.ts";
import { useSayDue } from "./use-say-due.ts";
import { WorkBadge } from "./work-badge.tsx";

const words = assignmentWords.own;

export type WorkPageProps = {
  readonly work: OwnWork;
  /** Id under which the next work is handed in. */
  readonly newId: string;
  readonly answer: FormAnswer<string> | undefined;
};

/** What is asked of a student, what is done of it, and what came of it. */
export function WorkPage({ work, newId, answer }: WorkPageProps) {
  const { title, group, state, times, texts, instructions, takenAway } = work;
  const due = useSayDue()(times);
  return (
    <Page>
      <PageHead title={<bdi>{title}</bdi>}>
        <Link to={`/g/${group.id}/assignments`}>{group.name}</Link> · {due} <WorkBadge state={state} />
      </PageHead>
      <FormMessage kind="done">{answer?.ok === true ? answer.value : null}</FormMessage>
      <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
      {work.feedback === null ? null : <FeedbackPart work={work} feedback={work.feedback} />}
      {takenAway > 0 ? <Notice>{words.takenAway(takenAway)}</Notice> : null}
      {instructions === "" ? null : <Written html={instructions} className={styles.words} />}
      <Section title={words.texts}>
        <List>
          {texts.map((text) => (
            <ListRow
              key={text.id}
              title={<bdi>{text.title}</bdi>}
              line={assignmentWords.edit.words(text.words)}
              end={
                <Link to={`/t/${text.id}`} reloadDocument>
                  {words.open}
                </Link>
              }
            />
          ))}
        </List>
      </Section>
      <Section
        title={words.checklist}
        hint={work.progress.of === 0 ? words.nothingAsked : words.met(work.progress.met, work.progress.of)}
      >
        <Checklist work={work} />
      </Section>
      <HandIn work={work} newId={newId} />
    </Page>
  );
}

function HandIn({ work, newId }: Pick<WorkPageProps, "work" | "newId">) {
  const sayTime = useSayTime();
  const { bar, handIns, notes } = work;
  // A second press of the same page is the same handing in; after an answer it is another one.
  const id = useMemo(() => (handIns.length === 0 ? newId : ulid()), [handIns.length, newId]);
  return (
    <Section
      title={words.handIn}
      hint={bar !== null ? undefined : notes === 0 ? words.nothingYet : words.handInHint(notes)}
    >
      {bar === null ? (
        <Form method="post">
          <input type="hidden" name="id" value={id} />
          <SubmitButton intent="hand-in" icon="check">
            {handIns.length === 0 ? words.handIn : words.handInAgain}
          </SubmitButton>
        </Form>
      ) : (
        <p>
          {bar.kind === "closed" ? words.closed(sayTime(bar.at, "moment")) : words.notOpen(sayTime(bar.at, "moment"))}
        </p>
      )}
      {handIns.length === 0 ? null : (
        <>
          <h3>{words.lines}</h3>
          <List>
            {handIns.map((one) => (
              <ListRow
                key={one.n}
                title={words.line(one.n, one.notes)}
                line={[
                  sayTime(one.at, "moment"),
                  one.by === "deadline" ? words.byDeadline : "",
                  one.late > 0 ? words.lateBy(sayLate(one.late)) : "",
                ]
                  .filter((fact) => fact !== "")
                  .join(" · ")}
              />
            ))}
          </List>
        </>
      )}
    </Section>
  );
}

type FeedbackProps = { readonly work: OwnWork; readonly feedback: NonNullable<OwnWork["feedback"]> };

function FeedbackPart({ work: { scheme }, feedback }: FeedbackProps) {
  const { points, isExcused, comment, penalty } = feedback;
  const of = scheme.kind === "points" ? scheme.points : null;
  const score = { points: of === null ? null : points, of, isComplete: points === 1 };
  return (
    <Section title={words.feedback}>
      {isExcused ? <p>{words.excused}</p> : null}
      {isExcused || scheme.kind === "none" || points === null ? null : (
        <p>
          <strong>{sayScore(score)}</strong>
        </p>
      )}
      {penalty > 0 && of !== null ? <p className={styles.facts}>{words.penalty(penalty)}</p> : null}
      {comment === "" ? null : <Written html={comment} className={styles.words} />}
    </Section>
  );
}
