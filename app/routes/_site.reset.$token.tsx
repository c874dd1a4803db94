import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { resetForm } from "#app/features/account/account-forms.ts";
import { Door } from "#app/features/account/door.tsx";
import { PasswordField } from "#app/features/account/password-field.tsx";
import { entered } from "#app/http/entered.ts";
import { runForm } from "#app/http/form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import { errorOf } from "#app/ui/form-answer.ts";
import { Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { accountWords } from "#app/words/account.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(accountWords.reset.title) }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const good = await context.accounts.resetIsGood(params.token ?? "");
  return data({ good }, { status: good ? 200 : 410 });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return runForm(await request.formData(), resetForm, async ({ password }) => {
    const signed = await context.accounts.reset(context.client, { token: params.token ?? "", password });
    throw entered(signed, "/");
  });
}

export default function Reset() {
  const { good } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = accountWords.reset;
  if (!good) {
    return (
      <Door title={words.badTitle} sentence={words.bad}>
        <ButtonLink to="/forgot" kind="primary">
          {words.again}
        </ButtonLink>
      </Door>
    );
  }
  return (
    <Door title={words.title} sentence={words.sentence}>
      <Form method="post">
        <Stack>
          <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
          <PasswordField
            name="password"
            label={accountWords.newPassword}
            hint={accountWords.passwordHint}
            autoComplete="new-password"
            error={errorOf(answer, "password")}
          />
          <SubmitButton wide>{words.button}</SubmitButton>
        </Stack>
      </Form>
    </Door>
  );
}
