import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Door } from "#app/features/account/door.tsx";
import { passkeyForm } from "#app/features/account/factor-forms.ts";
import { PasskeyForm } from "#app/features/account/passkey-form.tsx";
import { runForm } from "#app/http/form.ts";
import { safeRedirect } from "#app/http/redirect.ts";
import { requireMember } from "#app/http/viewer.ts";
import { FormMessage } from "#app/ui/field.tsx";
import { errorOf, PROOF } from "#app/ui/form-answer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { Stack } from "#app/ui/page.tsx";
import { ProofInput } from "#app/ui/proof.tsx";
import { SubmitButton } from "#app/ui/submit-button.tsx";
import { factorsWords } from "#app/words/factors.ts";
import { proofWords } from "#app/words/proof.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(proofWords.title) }];

const typedForm = z.object({ [PROOF]: z.string().default("") });

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireMember(context, request);
  const { passkeys } = await context.factors.page(viewer);
  const to = safeRedirect(new URL(request.url).searchParams.get("to"));
  return { to, origin: context.origin, hasPasskey: passkeys.length > 0 };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer, sessionId } = requireMember(context, request);
  const { factors, client } = context;
  const form = await request.formData();
  const goOn = () => redirect(safeRedirect(form.get("to")));
  if (intentOf(form) === "passkey") {
    return runForm(form, passkeyForm, async (proof) => {
      await factors.prove(viewer, sessionId, client, proof);
      throw goOn();
    });
  }
  return runForm(form, typedForm, async ({ [PROOF]: typed }) => {
    await factors.prove(viewer, sessionId, client, { typed });
    throw goOn();
  });
}

export default function Reauth() {
  const { to, origin, hasPasskey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Door title={proofWords.title} sentence={proofWords.hint}>
      <FormMessage kind="error">{answer?.ok === false ? answer.sentence : null}</FormMessage>
      {hasPasskey ? (
        <PasskeyForm purpose="confirm" origin={origin} button={factorsWords.verify.passkey} fields={{ to }} wide />
      ) : null}
      <Form method="post">
        <Stack>
          <input type="hidden" name="to" value={to} />
          <ProofInput error={errorOf(answer, PROOF)} />
          <SubmitButton intent="typed" wide>
            {proofWords.button}
          </SubmitButton>
        </Stack>
      </Form>
    </Door>
  );
}
