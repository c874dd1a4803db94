import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { SiteInvitation } from "#app/context/site.ts";
import type { SignUpChoice } from "#app/domain/site/site-settings.ts";
import { Badge } from "#app/ui/chip.tsx";
import { CopyField } from "#app/ui/copy-field.tsx";
import { FormMessage, TextField } from "#app/ui/field.tsx";
import { errorOf, type FormAnswer, typedValue } from "#app/ui/form-answer.ts";
import { List, ListRow } from "#app/ui/list.tsx";
import { Notice, Page, PageHead, Row, Stack } from "#app/ui/page.tsx";
import { RowForm } from "#app/ui/row-form.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { Time } from "#app/ui/time.tsx";
import { siteCareWords } from "#app/words/site-care.ts";

const words = siteCareWords.invitations;

export type InvitationsPageProps = {
  readonly invitations: readonly SiteInvitation[];
  readonly signUp: SignUpChoice;
  readonly answer: FormAnswer<{ readonly link: string | null }> | undefined;
  readonly tabs: ReactNode;
};

/** Invitations to make an account: a new one, whose link is shown once, and those that there are. */
export function SiteInvitationsPage({ invitations, signUp, answer, tabs }: InvitationsPageProps) {
  const link = answer?.ok ? answer.value.link : null;
  return (
    <Page>
      <PageHead title={words.title}>{words.hint}</PageHead>
      {tabs}
      {signUp === "everyone" ? <Notice>{words.open}</Notice> : null}
      {signUp === "nobody" ? <Notice>{words.nobody}</Notice> : null}
      {link === null ? null : (
        <div role="status">
          <CopyField label={words.link} value={link} />
          <p>{words.linkHint}</p>
        </div>
      )}
      <Form method="post">
        <Stack>
          <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
          <TextField
            name="remark"
            label={words.remark}
            hint={words.remarkHint}
            maxLength={100}
            defaultValue={typedValue(answer, "remark")}
          />
          <TextField
            name="days"
            type="number"
            min={1}
            max={90}
            label={words.days}
            defaultValue={typedValue(answer, "days", "14")}
            error={errorOf(answer, "days")}
          />
          <Row>
            <SubmitButton intent="invite">{words.make}</SubmitButton>
          </Row>
        </Stack>
      </Form>
      <List>
        {invitations.map(({ id, remark, state, expiresAt }) => (
          <ListRow
            key={id}
            title={
              <>
                {remark || words.noRemark}{" "}
                <Badge kind={state === "open" ? "accent" : "plain"}>{words.states[state]}</Badge>
              </>
            }
            line={
              <>
                {words.until} <Time at={expiresAt} form="moment" />
              </>
            }
            end={
              state === "open" ? <RowForm intent="revoke" fields={{ invitation: id }} button={words.revoke} /> : null
            }
          />
        ))}
      </List>
    </Page>
  );
}
