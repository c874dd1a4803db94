import { type ActionFunctionArgs, data } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { changePasswordForm } from "#app/features/account/account-forms.ts";
import { PasswordField } from "#app/features/account/password-field.tsx";
import { runForm } from "#app/http/form.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { FormMessage } from "#app/ui/field.tsx";
import { errorOf } from "#app/ui/form-answer.ts";
import { Row, Section, Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { accountWords } from "#app/words/account.ts";
import { settingsWords } from "#app/words/settings.ts";

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer, sessionId } = requireViewer(context, request);
  const answer = await runForm(await request.formData(), changePasswordForm, (input) =>
    context.accounts.changePassword(viewer, sessionId, context.client, input),
  );
  if (!("ok" in answer)) return answer;
  return data({ ok: true as const, value: null }, { headers: { "Set-Cookie": answer.value.setCookie } });
}

export default function Password() {
  const answer = useActionData<typeof action>();
  const words = settingsWords.password;
  return (
    <Section title={words.title} hint={words.hint}>
      <FormMessage kind="done">{answer?.ok ? words.done : null}</FormMessage>
      <Form method="post" key={answer?.ok ? "done" : "form"}>
        <Stack>
          <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
          <PasswordField
            name="current"
            label={words.current}
            autoComplete="current-password"
            error={errorOf(answer, "current")}
          />
          <PasswordField
            name="password"
            label={words.new}
            hint={accountWords.passwordHint}
            autoComplete="new-password"
            error={errorOf(answer, "password")}
          />
          <Row>
            <SubmitButton>{words.button}</SubmitButton>
          </Row>
        </Stack>
      </Form>
    </Section>
  );
}
