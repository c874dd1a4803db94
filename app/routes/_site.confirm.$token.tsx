import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { resetForm } from "#app/features/account/account-forms.ts";
import { Door } from "#app/features/account/door.tsx";
import { PasswordField } from "#app/features/account/password-field.tsx";
import { entered } from "#app/http/entered.ts";
import { runForm } from "#app/http/form.ts";
import { safeRedirect } from "#app/http/redirect.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import { errorOf } from "#app/ui/form-answer.ts";
import { Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { withWay } from "#app/ui/way-back.ts";
import { accountWords } from "#app/words/account.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(accountWords.signUp.title) }];

/** Only looks: mail scanners open links, so the account itself wants a press. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const pending = await context.accounts.pendingSignUp(params.token ?? "");
  return data({ pending, to: wayOf(request) }, { status: pending === null ? 410 : 200 });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  return runForm(await request.formData(), resetForm, async ({ password }) => {
    const signed = await context.accounts.confirmSignUp(context.client, { token: params.token ?? "", password });
    throw entered(signed, wayOf(request));
  });
}

/** The form posts to its own address, so the way stays in the query. */
function wayOf(request: Request): string {
  return safeRedirect(new URL(request.url).searchParams.get("to"));
}

export default function Confirm() {
  const { pending, to } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = accountWords.confirm;
  if (pending === null) {
    return (
      <Door title={words.badTitle} sentence={words.bad}>
        <ButtonLink kind="primary" to={withWay("/sign-in", to)}>
          {accountWords.signIn.button}
        </ButtonLink>
        <ButtonLink to={withWay("/sign-up", to)}>{accountWords.signUp.title}</ButtonLink>
      </Door>
    );
  }
  return (
    <Door title={words.title(pending.name)} sentence={words.sentence(pending.email)}>
      <Form method="post">
        <Stack>
          <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
          <PasswordField
            name="password"
            label={accountWords.password}
            hint={words.stranger}
            autoComplete="current-password"
            error={errorOf(answer, "password")}
          />
          <SubmitButton wide>{words.button}</SubmitButton>
        </Stack>
      </Form>
    </Door>
  );
}
