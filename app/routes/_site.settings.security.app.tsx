import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AppSetUp } from "#app/features/account/app-set-up.tsx";
import { codeForm } from "#app/features/account/factor-forms.ts";
import { NewRecoveryCodes } from "#app/features/account/recovery-codes.tsx";
import { runForm } from "#app/http/form.ts";
import { orProof, provenSender } from "#app/http/proof.ts";
import { requireMember } from "#app/http/viewer.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormMessage } from "#app/ui/field.tsx";
import { Row } from "#app/ui/page.tsx";
import { factorsWords } from "#app/words/factors.ts";

/** The secret is shown to nobody who has not just proved who they are; without one that waits there is nothing to see. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireMember(context, request);
  return { secret: await orProof(context.factors.appSecret(viewer), "/settings/security/app") };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { sessionId } = requireMember(context, request);
  const form = await request.formData();
  return runForm(form, codeForm, async (input) =>
    context.factors.confirmApp(await provenSender(context, request, form), sessionId, input),
  );
}

export default function App() {
  const { secret } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.ok) {
    return (
      <>
        <FormMessage kind="done">{factorsWords.security.done}</FormMessage>
        <NewRecoveryCodes codes={answer.value.codes} />
        <Row>
          <ButtonLink to="/settings/security" kind="primary" reloadDocument>
            {factorsWords.security.goOn}
          </ButtonLink>
        </Row>
      </>
    );
  }
  return secret === null ? (
    <Row>
      <ButtonLink to="/settings/security">{factorsWords.security.appBegin}</ButtonLink>
    </Row>
  ) : (
    <AppSetUp secret={secret} answer={answer} />
  );
}
