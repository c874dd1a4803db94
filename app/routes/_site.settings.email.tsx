import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { changeEmailForm } from "#app/features/account/account-forms.ts";
import { EmailField } from "#app/features/account/email-field.tsx";
import { PasswordField } from "#app/features/account/password-field.tsx";
import { runForm } from "#app/http/form.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { FormMessage } from "#app/ui/field.tsx";
import { errorOf } from "#app/ui/form-answer.ts";
import { Row, Section, Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { settingsWords } from "#app/words/settings.ts";

export function loader({ context, request }: LoaderFunctionArgs) {
  return { email: requireViewer(context, request).viewer.email };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return runForm(await request.formData(), changeEmailForm, (input) =>
    context.accounts.requestEmail(viewer, context.client, input),
  );
}

export default function Email() {
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = settingsWords.email;
  return (
    <Section title={words.title} hint={words.now(email)}>
      <FormMessage kind="done">{answer?.ok ? words.done : null}</FormMessage>
      <Form method="post" key={answer?.ok ? "done" : "form"}>
        <Stack>
          <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
          <EmailField answer={answer} label={words.new} autoComplete="email" />
          <PasswordField
            name="current"
            label={words.current}
            autoComplete="current-password"
            error={errorOf(answer, "current")}
          />
          <Row>
            <SubmitButton>{words.button}</SubmitButton>
          </Row>
        </Stack>
      </Form>
    </Section>
  );
}
