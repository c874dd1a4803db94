import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { forgotForm } from "#app/features/account/account-forms.ts";
import { Door } from "#app/features/account/door.tsx";
import { EmailField } from "#app/features/account/email-field.tsx";
import { runForm } from "#app/http/form.ts";
import { FormMessage } from "#app/ui/field.tsx";
import { Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { accountWords } from "#app/words/account.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(accountWords.forgot.title) }];

export async function action({ context, request }: ActionFunctionArgs) {
  return runForm(await request.formData(), forgotForm, (input) => context.accounts.requestReset(context.client, input));
}

export default function Forgot() {
  const answer = useActionData<typeof action>();
  const words = accountWords.forgot;
  return (
    <Door title={words.title} sentence={words.sentence} below={<Link to="/sign-in">{words.back}</Link>}>
      <FormMessage kind="done">{answer?.ok ? words.done : null}</FormMessage>
      <Form method="post">
        <Stack>
          <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
          <EmailField answer={answer} hint={words.noMail} />
          <SubmitButton wide>{words.button}</SubmitButton>
        </Stack>
      </Form>
    </Door>
  );
}
