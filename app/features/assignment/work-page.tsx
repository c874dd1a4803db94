import { Link } from "@remix-run/react";
import type { OpenWork, OwnWork } from "#app/context/own-work.ts";
import { scoreOf } from "#app/domain/assignment/grade.ts";
import { FormMessage } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { List, ListRow } from "#app/ui/list.tsx";
import { Notice, Page, PageHead, Section } from "#app/ui/page.tsx";
import { useSayTime } from "#app/ui/time.tsx";
import { Written } from "#app/ui/written.tsx";
import { assignmentWords } from "#app/words/assignments.ts";
import { feedbackWords } from "#app/words/feedback.ts";
import { handInWords } from "#app/words/hand-in.ts";
import { readingTimeWords } from "#app/words/reading-time.ts";
import { sayScore } from "#app/words/say-grade.ts";
import { sayLatePolicy } from "#app/words/say-late.ts";
import styles from "./assignment.module.css";
import { Checklist } from "./checklist.tsx";
import { FeedbackThread } from "./feedback-thread.tsx";
import { HandIn } from "./hand-in.tsx";
import { sayReadingTime } from "./say-reading-time.ts";
import { useSayDue } from "./use-say-due.ts";
import { VeilPart } from "./veil-part.tsx";
import { WorkBadge } from "./work-badge.tsx";

const words = assignmentWords.own;

export type WorkPageProps = {
  readonly work: OpenWork;
  /** Id under which the next work is handed in, or the next message sent. */
  readonly newId: string;
  readonly answer: FormAnswer<string> | undefined;
};

/** What is asked of a student, what is done of it, and what came of it. */
export function WorkPage({ work, newId, answer }: WorkPageProps) {
  const { title, group, state, times, texts, instructions, takenAway } = work;
  const sayTime = useSayTime();
  const due = useSayDue()(times);
  return (
    <Page>
      <PageHead title={<bdi>{title}</bdi>}>
        <Link to={`/g/${group.id}/assignments`}>{group.name}</Link> ·{" "}
        {times.opensAt === null || state !== "not-open"
          ? ""
          : `${handInWords.opens(sayTime(times.opensAt, "moment"))} · `}
        {due} <WorkBadge state={state} />
      </PageHead>
      <p className={styles.facts}>{sayLatePolicy(work, (at) => sayTime(at, "moment")).join(" ")}</p>
      <FormMessage kind="done">{answer?.ok === true ? answer.value : null}</FormMessage>
      <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
      {work.feedback === null ? null : (
        <FeedbackPart work={work} feedback={work.feedback} newId={newId} answer={answer} />
      )}
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
      <VeilPart veil={work.veil} mayWrite={work.mayWrite} />
      <HandIn work={work} newId={newId} />
      {work.readingTime === null ? null : (
        <Section title={readingTimeWords.title} hint={readingTimeWords.told}>
          <p>{readingTimeWords.read(sayReadingTime(work.readingTime))}</p>
        </Section>
      )}
    </Page>
  );
}

type FeedbackProps = WorkPageProps & { readonly feedback: NonNullable<OwnWork["feedback"]> };

function FeedbackPart({ work: { scheme, messages, mayWrite }, feedback, newId, answer }: FeedbackProps) {
  const { points, isExcused, comment, penalty, criteria } = feedback;
  return (
    <Section title={words.feedback}>
      {isExcused ? <p>{words.excused}</p> : null}
      {isExcused || scheme.kind === "none" || points === null ? null : (
        <p>
          <strong>{sayScore(scoreOf(points, scheme))}</strong>
        </p>
      )}
      {penalty > 0 ? <p className={styles.facts}>{words.penalty(penalty)}</p> : null}
      {criteria.length === 0 ? null : (
        <dl className={styles.reached}>
          {criteria.map(({ id, title, level }) => (
            <div key={id} dir="auto">
              <dt>{title}</dt>
              <dd>
                <strong>{level.title}</strong> {level.descriptor}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {comment === "" ? null : <Written html={comment} className={styles.words} />}
      <h3>{feedbackWords.title}</h3>
      <FeedbackThread
        {...{ messages, newId, answer }}
        side="student"
        hint={feedbackWords.forStudent}
        maySay={mayWrite}
      />
    </Section>
  );
}
