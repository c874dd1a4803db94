import { Form } from "@remix-run/react";
import type { Role } from "#app/domain/group/group.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import type { FormAnswer } from "#app/ui/form-answer.ts";
import { Page, PageHead, Row } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { withWay } from "#app/ui/way-back.ts";
import { groupWords, roleWords } from "#app/words/group.ts";

export type JoinPageProps = {
  readonly invitation: { readonly groupName: string; readonly role: Role; readonly invitedBy: string };
  /** The viewer's name, or null for somebody who is not signed in. */
  readonly viewer: string | null;
  readonly here: string;
  readonly answer: FormAnswer<unknown> | undefined;
};

const words = groupWords.join;

/** What an invitation offers, and the press that takes it. */
export function JoinPage({ invitation, viewer, here, answer }: JoinPageProps) {
  const { name, can } = roleWords[invitation.role];
  return (
    <Page width="door">
      <PageHead title={words.title(invitation.groupName)}>
        <p>{words.sentence(invitation.invitedBy, name.toLowerCase())}</p>
        <p>{can}</p>
      </PageHead>
      <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
      {viewer === null ? (
        <Row>
          <ButtonLink kind="primary" to={withWay("/sign-up", here)}>
            {words.signUp}
          </ButtonLink>
          <ButtonLink to={withWay("/sign-in", here)}>{words.signIn}</ButtonLink>
        </Row>
      ) : (
        <Form method="post">
          <Row>
            <SubmitButton>{words.button}</SubmitButton>
            <span>{words.as(viewer)}</span>
          </Row>
        </Form>
      )}
    </Page>
  );
}
