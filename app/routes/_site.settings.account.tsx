import { type ActionFunctionArgs, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Problem } from "#app/domain/problem.ts";
import { AccountSettings } from "#app/features/account/account-settings.tsx";
import { endForm } from "#app/features/account/factor-forms.ts";
import { runForm } from "#app/http/form.ts";
import { provenSender } from "#app/http/proof.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { factorsWords } from "#app/words/factors.ts";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { obstacles: await context.ending.obstacles(viewer) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requireViewer(context, request);
  const form = await request.formData();
  return runForm(form, endForm, async ({ choice, sure }) => {
    const sentence = factorsWords.account.endMissing;
    if (sure === undefined) throw new Problem("invalid", sentence, { fields: { sure: sentence } });
    const due = await context.ending.request(await provenSender(context, request, form), choice);
    throw redirectDocument(`/goodbye?due=${due}`);
  });
}

export default function Account() {
  return <AccountSettings {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
