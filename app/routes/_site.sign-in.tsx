import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Signed } from "#app/context/viewer.ts";
import { demoForm, signInForm } from "#app/features/account/account-forms.ts";
import { passkeyForm } from "#app/features/account/factor-forms.ts";
import { SignInPage } from "#app/features/account/sign-in-page.tsx";
import { entered } from "#app/http/entered.ts";
import { runForm } from "#app/http/form.ts";
import { safeRedirect } from "#app/http/redirect.ts";
import { halfAddress } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { accountWords } from "#app/words/account.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(accountWords.signIn.title) }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const to = safeRedirect(new URL(request.url).searchParams.get("to"));
  if (context.viewer) throw redirect(to);
  if (context.half) throw redirect(halfAddress(context.half, to));
  return { to, origin: context.origin, people: context.demo ? await context.accounts.demoPeople() : [] };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const { accounts, client } = context;
  const enter = (signed: Signed) => {
    throw entered(signed, safeRedirect(form.get("to")));
  };
  switch (intentOf(form)) {
    case "demo":
      return runForm(form, demoForm, async ({ member }) => enter(await accounts.signInDemo(client, member)));
    case "passkey":
      return runForm(form, passkeyForm, async ({ passkey }) => enter(await context.factors.signIn(client, passkey)));
    default:
      return runForm(form, signInForm, async (input) => enter(await accounts.signIn(client, input)));
  }
}

export default function SignIn() {
  return <SignInPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
