import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { PersonPage as Data } from "#app/context/site.ts";
import { offeredDays } from "#app/domain/moderation/sanction.ts";
import { Badge } from "#app/ui/chip.tsx";
import { FormMessage, SelectField, TextArea } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { Page, PageHead, Row, Section, Stack } from "#app/ui/page.tsx";
import { ProofForm } from "#app/ui/proof.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Time } from "#app/ui/time.tsx";
import { accountWords } from "#app/words/account.ts";
import { roleWords } from "#app/words/group.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import styles from "./care.module.css";
import { SessionRows } from "./session-rows.tsx";

const words = siteCareWords.person;

export type PersonPageProps = {
  readonly page: Data;
  readonly answer: FormAnswer<unknown> | undefined;
  readonly tabs: ReactNode;
};

/** One member for those who run the site: where they are, where they are signed in, and what can be done. */
export function PersonPage({ page, answer, tabs }: PersonPageProps) {
  const { person, isSelf, isLastAdmin, seenAt, groups, sessions } = page;
  return (
    <Page>
      <PageHead title={person.name}>
        {person.email} {person.isAdmin ? <Badge>{accountWords.admin.administrator}</Badge> : null}
      </PageHead>
      {tabs}
      <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
      <ProofForm answer={answer} />
      <p>
        {words.since} <Time at={person.createdAt} form="date" /> · {words.seen}{" "}
        {seenAt === null ? words.notSeen : <Time at={seenAt} form="moment" />}
      </p>
      <Section title={words.groups}>
        {groups.length === 0 ? <p>{words.noGroups}</p> : null}
        <ul className={styles.plain}>
          {groups.map(({ id, name, role }) => (
            <li key={id}>
              {name} · {roleWords[role].name}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={words.sessions}>
        <SessionRows sessions={sessions} />
        {sessions.some(({ isOwn }) => !isOwn) ? (
          <Act intent="end-sessions" kind="danger">
            {isSelf ? words.endOthers : words.endAll}
          </Act>
        ) : null}
      </Section>
      {person.isAdmin || isSelf ? null : <Suspension suspension={page.suspension} />}
      <Section title={words.role} hint={words.roleHint}>
        {isLastAdmin ? (
          <p>{words.lastAdmin}</p>
        ) : (
          <Act intent={person.isAdmin ? "unmake-admin" : "make-admin"} kind={person.isAdmin ? "danger" : "plain"}>
            {person.isAdmin ? words.unmakeAdmin : words.makeAdmin}
          </Act>
        )}
      </Section>
      {person.isAdmin ? null : (
        <Section title={words.viewing} hint={words.viewingHint}>
          <Form method="post" action="/view-as" reloadDocument>
            <input type="hidden" name="member" value={person.id} />
            <Row>
              <SubmitButton kind="plain" intent="start">
                {words.view}
              </SubmitButton>
            </Row>
          </Form>
        </Section>
      )}
      <p>
        <Link to={`/admin/members?q=${encodeURIComponent(person.email)}`}>{accountWords.admin.makeLink}</Link>
      </p>
    </Page>
  );
}

function Suspension({ suspension }: Pick<Data, "suspension">) {
  if (suspension !== null) {
    return (
      <Section title={words.suspension} hint={words.suspended}>
        {suspension.until === null ? null : (
          <p>
            {words.suspendedUntil} <Time at={suspension.until} form="moment" />
          </p>
        )}
        <Act intent="end-suspension" kind="plain">
          {words.endSuspension}
        </Act>
      </Section>
    );
  }
  return (
    <Section title={words.suspension} hint={words.suspensionHint}>
      <Form method="post">
        <Stack>
          <SelectField
            name="days"
            label={words.days}
            defaultValue="7"
            choices={offeredDays.map((days) => ({ value: String(days ?? 0), label: words.dayChoice(days ?? 0) }))}
          />
          <TextArea name="words" rows={2} label={words.suspensionWords} />
          <Row>
            <SubmitButton intent="suspend" kind="danger">
              {words.suspend}
            </SubmitButton>
          </Row>
        </Stack>
      </Form>
    </Section>
  );
}

function Act(props: { readonly intent: string; readonly kind: "plain" | "danger"; readonly children: ReactNode }) {
  return (
    <Form method="post">
      <Stack>
        <Row>
          <SubmitButton intent={props.intent} kind={props.kind}>
            {props.children}
          </SubmitButton>
        </Row>
      </Stack>
    </Form>
  );
}
