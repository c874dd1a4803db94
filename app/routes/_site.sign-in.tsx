import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  redirectDocument,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { demoForm, signInForm } from "#app/features/account/account-forms.ts";
import { SignInPage } from "#app/features/account/sign-in-page.tsx";
import { runForm } from "#app/http/form.ts";
import { safeRedirect } from "#app/http/redirect.ts";
import { intentOf } from "#app/ui/intent.ts";
import { accountWords } from "#app/words/account.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(accountWords.signIn.title) }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const to = safeRedirect(new URL(request.url).searchParams.get("to"));
  if (context.viewer) throw redirect(to);
  return { to, people: context.demo ? await context.accounts.demoPeople() : [] };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const { accounts, client } = context;
  // A fresh document: what it speaks and keeps is another person's from here on.
  const enter = ({ setCookie }: { readonly setCookie: string }) => {
    throw redirectDocument(safeRedirect(form.get("to")), { headers: { "Set-Cookie": setCookie } });
  };
  return intentOf(form) === "demo"
    ? runForm(form, demoForm, async ({ member }) => enter(await accounts.signInDemo(client, member)))
    : runForm(form, signInForm, async (input) => enter(await accounts.signIn(client, input)));
}

export default function SignIn() {
  return <SignInPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
