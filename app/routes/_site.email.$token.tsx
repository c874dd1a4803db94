import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Door } from "#app/features/account/door.tsx";
import { runForm } from "#app/http/form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { accountWords } from "#app/words/account.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(accountWords.emailChange.title) }];

/** Only looks: mail scanners open links, so the change itself wants a press. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const good = await context.accounts.emailTokenIsGood(params.token ?? "");
  return data({ good }, { status: good ? 200 : 410 });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const token = params.token ?? "";
  return runForm(await request.formData(), z.object({}), () =>
    context.accounts.confirmEmail(context.client, { token }),
  );
}

export default function ConfirmEmail() {
  const { good } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = accountWords.emailChange;
  const settings = <ButtonLink to="/settings/email">{words.toSettings}</ButtonLink>;
  if (answer?.ok) {
    return (
      <Door title={words.title}>
        <FormMessage kind="done">{words.done}</FormMessage>
        {settings}
      </Door>
    );
  }
  if (!good) {
    return (
      <Door title={words.badTitle} sentence={words.bad}>
        {settings}
      </Door>
    );
  }
  return (
    <Door title={words.title} sentence={words.sentence}>
      <FormMessage kind="error">{answer?.sentence}</FormMessage>
      <Form method="post">
        <SubmitButton wide>{words.button}</SubmitButton>
      </Form>
    </Door>
  );
}
