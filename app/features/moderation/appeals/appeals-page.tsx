import { Form, Link } from "@remix-run/react";
import type { AppealPage } from "#app/context/record.ts";
import { appealOutcomes } from "#app/domain/moderation/appeal.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormMessage, RadioRow, TextArea } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { Card, Notice, Page, PageHead, Row, Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Time } from "#app/ui/time.tsx";
import { recordWords, appealWords as words } from "#app/words/appeals.ts";
import { moderationWords } from "#app/words/moderation.ts";
import { Said } from "../record/record-line.tsx";
import { AppealThread } from "./appeal-thread.tsx";
import styles from "./appeals.module.css";

export type AppealsPageProps = {
  readonly appeals: readonly AppealPage[];
  readonly answer: FormAnswer<unknown> | undefined;
};

/** Everybody who asks for a second look, open ones first. */
export function AppealsPage({ appeals, answer }: AppealsPageProps) {
  return (
    <Page width="list">
      <PageHead title={words.title}>
        <p>{words.lead}</p>
      </PageHead>
      {appeals.length === 0 ? <EmptyState title={words.emptyTitle}>{words.nothing}</EmptyState> : null}
      {appeals.map((page) => (
        <Case key={page.appeal.id} page={page} answer={answer} />
      ))}
    </Page>
  );
}

function Case({ page, answer }: { readonly page: AppealPage; readonly answer: AppealsPageProps["answer"] }) {
  const { appeal, decision, appellant, body, note, isForOthers } = page;
  const own = answer?.ok === false && answer.values.appeal === appeal.id ? answer : undefined;
  return (
    <Card>
      <section aria-labelledby={`appeal-${appeal.id}`} id={appeal.id} className={styles.case}>
        <h2 id={`appeal-${appeal.id}`}>{words.by(appellant.name)}</h2>
        <p className={styles.decision}>
          {moderationWords.verbs[decision.verb]}
          {decision.reason === null ? null : ` · ${moderationWords.reasons[decision.reason]}`}
          {" · "}
          {decision.actor ?? recordWords.aRule} · <Time at={decision.at} />
        </p>
        <Said label={recordWords.toAuthor} said={decision.toAuthor} />
        {note === null ? null : (
          <blockquote className={styles.body} dir="auto">
            {body === "" ? words.erased : body}
            <footer>
              <Link to={`/n/${note}`} reloadDocument>
                {recordWords.note}
              </Link>
            </footer>
          </blockquote>
        )}
        <AppealThread appeal={appeal} side="staff" />
        {appeal.state === "open" && isForOthers ? <Notice>{words.forOthers}</Notice> : null}
        {appeal.state === "open" && !isForOthers ? <Deciding page={page} answer={own} /> : null}
      </section>
    </Card>
  );
}

function Deciding({ page, answer }: { readonly page: AppealPage; readonly answer: AppealsPageProps["answer"] }) {
  const outcomes = page.note === null ? appealOutcomes.filter((one) => one !== "modify") : appealOutcomes;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="appeal" value={page.appeal.id} />
      <Stack>
        <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
        <TextArea
          name="words"
          rows={3}
          label={words.words}
          defaultValue={typedValue(answer, "words", "")}
          error={errorOf(answer, "words")}
        />
        <RadioRow
          name="outcome"
          legend={words.decide}
          defaultValue={typedValue(answer, "outcome", "uphold")}
          choices={outcomes.map((value) => ({ value, label: words.outcomes[value] }))}
        />
        <Row>
          <SubmitButton intent="decide">{words.decide}</SubmitButton>
          <SubmitButton intent="say" kind="plain">
            {words.reply}
          </SubmitButton>
        </Row>
      </Stack>
    </Form>
  );
}
