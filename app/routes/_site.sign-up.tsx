import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signUpForm } from "#app/features/account/account-forms.ts";
import { SignUpPage } from "#app/features/account/sign-up-page.tsx";
import { entered } from "#app/http/entered.ts";
import { runForm } from "#app/http/form.ts";
import { safeRedirect } from "#app/http/redirect.ts";
import { accountWords } from "#app/words/account.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(accountWords.signUp.title) }];

export function loader({ context, request }: LoaderFunctionArgs) {
  const to = safeRedirect(new URL(request.url).searchParams.get("to"));
  if (context.viewer) throw redirect(to);
  return { to, invitation: new URL(request.url).searchParams.get("invitation") ?? "" };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const to = safeRedirect(form.get("to"));
  return runForm(form, signUpForm, async (input) => {
    const signed = await context.accounts.signUp(context.client, { ...input, to });
    if (signed === null) return { email: input.email };
    throw entered(signed, to);
  });
}

export default function SignUp() {
  return <SignUpPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
