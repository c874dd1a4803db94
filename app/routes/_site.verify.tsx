import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { CodeField } from "#app/features/account/app-set-up.tsx";
import { Door } from "#app/features/account/door.tsx";
import { codeForm, passkeyForm } from "#app/features/account/factor-forms.ts";
import { PasskeyForm } from "#app/features/account/passkey-form.tsx";
import { entered } from "#app/http/entered.ts";
import { runForm } from "#app/http/form.ts";
import { safeRedirect } from "#app/http/redirect.ts";
import { halfAddress } from "#app/http/viewer.ts";
import { FormMessage } from "#app/ui/field.tsx";
import { errorOf } from "#app/ui/form-answer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { Stack } from "#app/ui/page.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { withWay } from "#app/ui/way-back.ts";
import { factorsWords } from "#app/words/factors.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(factorsWords.verify.title) }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const to = safeRedirect(new URL(request.url).searchParams.get("to"));
  const half = halfIn(context, to);
  const { app, passkeys } = await context.factors.page(half.viewer);
  return { to, origin: context.origin, hasApp: app !== null, hasPasskey: passkeys.length > 0 };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const to = safeRedirect(form.get("to"));
  const half = halfIn(context, to);
  const { factors, client } = context;
  if (intentOf(form) === "passkey") {
    return runForm(form, passkeyForm, async (proof) => {
      throw entered(await factors.verify(half, client, proof), to);
    });
  }
  return runForm(form, codeForm, async ({ code }) => {
    throw entered(await factors.verify(half, client, { typed: code }), to);
  });
}

/** Who stands between password and second factor; everybody else is led to where they belong. */
function halfIn({ viewer, half }: LoaderFunctionArgs["context"], to: string) {
  if (viewer !== null) throw redirect(to);
  if (half === null) throw redirect(withWay("/sign-in", to));
  if (half.wants !== "factor") throw redirect(halfAddress(half, to));
  return half;
}

export default function Verify() {
  const { to, origin, hasApp, hasPasskey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = factorsWords.verify;
  return (
    <Door title={words.title} sentence={hasApp ? words.sentence : words.keySentence}>
      <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
      {hasPasskey ? (
        <PasskeyForm
          purpose="verify"
          origin={origin}
          button={words.passkey}
          kind={hasApp ? "plain" : "primary"}
          fields={{ to }}
          wide
        />
      ) : null}
      <Form method="post">
        <Stack>
          <input type="hidden" name="to" value={to} />
          <CodeField label={words.code} error={errorOf(answer, "code")} any />
          <SubmitButton intent="code" wide kind={hasApp ? "primary" : "plain"}>
            {words.button}
          </SubmitButton>
        </Stack>
      </Form>
    </Door>
  );
}
