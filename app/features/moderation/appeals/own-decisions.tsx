import { Form, Link } from "@remix-run/react";
import type { OwnDecision } from "#app/context/record.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormMessage, TextArea } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { Card, Page, PageHead, Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Time, useSayTime } from "#app/ui/time.tsx";
import { appealWords, recordWords as words } from "#app/words/appeals.ts";
import { guidelineWords } from "#app/words/guidelines.ts";
import { moderationWords } from "#app/words/moderation.ts";
import { Said } from "../record/record-line.tsx";
import { AppealThread } from "./appeal-thread.tsx";
import styles from "./appeals.module.css";

export type OwnDecisionsProps = {
  readonly decisions: readonly OwnDecision[];
  readonly answer: FormAnswer<unknown> | undefined;
};

/** What was decided about the reader, and what they can do about it. */
export function OwnDecisions({ decisions, answer }: OwnDecisionsProps) {
  return (
    <Page width="text">
      <PageHead title={words.ownTitle}>
        <p>{words.ownLead}</p>
      </PageHead>
      {decisions.length === 0 ? <EmptyState title={words.ownEmptyTitle}>{words.ownNothing}</EmptyState> : null}
      {decisions.map((decision) => (
        <Decision key={decision.row.seq} decision={decision} answer={answer} />
      ))}
    </Page>
  );
}

type OneProps = { readonly decision: OwnDecision; readonly answer: FormAnswer<unknown> | undefined };

function Decision({ decision, answer }: OneProps) {
  const { row, group, excerpt, note, rule, appeal, appealUntil } = decision;
  return (
    <Card>
      <section className={styles.case} id={`d${row.seq}`} aria-labelledby={`own-${row.seq}`}>
        <h2 id={`own-${row.seq}`}>
          {moderationWords.verbs[row.verb]}
          {row.isUndone ? ` · ${words.undone}` : ""}
        </h2>
        <p className={styles.decision}>
          {row.reason === null ? null : `${moderationWords.reasons[row.reason]} · `}
          {group.name} · <Time at={row.at} />
        </p>
        {rule === null ? null : (
          <Disclosure summary={guidelineWords.cited(rule.number, rule.title)}>
            <p dir="auto">{rule.words}</p>
          </Disclosure>
        )}
        {row.toAuthor === "" ? null : <Said label={`${appealWords.moderator}:`} said={row.toAuthor} />}
        {note === null || excerpt === "" ? null : (
          <blockquote className={styles.body} dir="auto">
            {excerpt}
            <footer>
              <Link to={`/n/${note}`} reloadDocument>
                {words.note}
              </Link>
            </footer>
          </blockquote>
        )}
        {appeal === null ? null : <AppealThread appeal={appeal} side="appellant" />}
        {appeal?.state === "open" ? (
          <Saying
            fields={{ appeal: appeal.id }}
            intent="say"
            label={appealWords.answerLabel}
            button={appealWords.reply}
            answer={answerFor(answer, "appeal", appeal.id)}
          />
        ) : null}
        {appealUntil === null ? null : <Appealing seq={row.seq} until={appealUntil} answer={answer} />}
      </section>
    </Card>
  );
}

function Appealing({
  seq,
  until,
  answer,
}: { readonly seq: number; readonly until: number } & Pick<OneProps, "answer">) {
  const sayTime = useSayTime();
  const own = answerFor(answer, "decision", String(seq));
  return (
    <Disclosure look="button" summary={words.appeal} open={own !== undefined}>
      <p className={styles.decision}>{words.appealUntil(sayTime(until, "date"))}</p>
      <Saying
        fields={{ decision: String(seq) }}
        intent="open"
        label={words.appealLabel}
        button={words.send}
        answer={own}
      />
    </Disclosure>
  );
}

type SayingProps = {
  readonly fields: Readonly<Record<string, string>>;
  readonly intent: "open" | "say";
  readonly label: string;
  readonly button: string;
  readonly answer: FormAnswer<unknown> | undefined;
};

function Saying({ fields, intent, label, button, answer }: SayingProps) {
  return (
    <Form method="post" preventScrollReset>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Stack>
        <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
        <TextArea
          name="words"
          rows={3}
          label={label}
          defaultValue={typedValue(answer, "words", "")}
          error={errorOf(answer, "words")}
        />
        <div>
          <SubmitButton intent={intent}>{button}</SubmitButton>
        </div>
      </Stack>
    </Form>
  );
}

/** A refusal belongs to the form that was sent. */
function answerFor(answer: OneProps["answer"], name: string, value: string): OneProps["answer"] {
  return answer?.ok === false && answer.values[name] === value ? answer : undefined;
}
