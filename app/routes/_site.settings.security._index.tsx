import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addPasskeyForm, idForm, renameForm } from "#app/features/account/factor-forms.ts";
import { SecuritySettings } from "#app/features/account/security-settings.tsx";
import { runForm } from "#app/http/form.ts";
import { provenSender } from "#app/http/proof.ts";
import { safeRedirect } from "#app/http/redirect.ts";
import { requireMember } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";

const nothing = z.object({});

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireMember(context, request);
  const to = safeRedirect(new URL(request.url).searchParams.get("to"));
  return { page: await context.factors.page(viewer), origin: context.origin, to };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { sessionId, viewer } = requireMember(context, request);
  const { factors } = context;
  const form = await request.formData();
  const sender = () => provenSender(context, request, form);
  switch (intentOf(form)) {
    case "begin":
      return runForm(form, nothing, async () => {
        await factors.beginApp(await sender());
        throw redirect("/settings/security/app");
      });
    case "remove-app":
      return runForm(form, nothing, async () => factors.removeApp(await sender()));
    case "codes":
      return runForm(form, nothing, async () => ({ ...(await factors.renewCodes(await sender())), isFirst: false }));
    case "rename":
      return runForm(form, renameForm, ({ id, name }) => factors.renamePasskey(viewer, id, name));
    case "remove-passkey":
      return runForm(form, idForm, async ({ id }) => factors.removePasskey(await sender(), id));
    default:
      return runForm(form, addPasskeyForm, async (input) => {
        const { codes } = await factors.addPasskey(await sender(), sessionId, input);
        return { codes, isFirst: codes.length > 0 };
      });
  }
}

export default function Security() {
  const answer = useActionData<typeof action>();
  return (
    <SecuritySettings
      {...useLoaderData<typeof loader>()}
      answer={answer?.ok ? { ok: true, value: answer.value ?? undefined } : answer}
    />
  );
}
