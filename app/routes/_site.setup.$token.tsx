import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData } from "@remix-run/react";
import { Problem } from "#app/domain/problem.ts";
import { signUpForm } from "#app/features/account/account-forms.ts";
import { Door } from "#app/features/account/door.tsx";
import { NewAccountFields } from "#app/features/account/new-account-fields.tsx";
import { entered } from "#app/http/entered.ts";
import { runForm } from "#app/http/form.ts";
import { problemResponse } from "#app/http/problem-response.ts";
import { FormMessage } from "#app/ui/field.tsx";
import { Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { accountWords } from "#app/words/account.ts";
import { errorWords, siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(accountWords.setup.title) }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  if (await context.accounts.setupIsGood(params.token ?? "")) return null;
  throw problemResponse(new Problem("not-found", errorWords.missing.sentence));
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return runForm(await request.formData(), signUpForm, async (input) => {
    const signed = await context.accounts.setUp(context.client, { ...input, token: params.token ?? "" });
    throw entered(signed, "/");
  });
}

export default function Setup() {
  const answer = useActionData<typeof action>();
  const words = accountWords.setup;
  return (
    <Door title={words.title} sentence={words.sentence}>
      <Form method="post">
        <Stack>
          <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
          <NewAccountFields answer={answer} />
          <SubmitButton wide>{words.button}</SubmitButton>
        </Stack>
      </Form>
    </Door>
  );
}
