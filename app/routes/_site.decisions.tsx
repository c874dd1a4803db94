import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { openForm, sayForm } from "#app/features/moderation/appeals/appeal-forms.ts";
import { OwnDecisions } from "#app/features/moderation/appeals/own-decisions.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { recordWords } from "#app/words/appeals.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(recordWords.ownTitle) }];

export const handle: TrailHandle = { trail: () => ({ label: recordWords.ownTitle }) };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { decisions: await context.record.own(viewer) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const form = await request.formData();
  if (intentOf(form) === "say") {
    return runForm(form, sayForm, ({ appeal, words }) => context.appeals.say(viewer, appeal, words));
  }
  return runForm(form, openForm, async ({ decision, words }) => {
    await context.appeals.open(viewer, decision, words);
  });
}

export default function Decisions() {
  const { decisions } = useLoaderData<typeof loader>();
  return <OwnDecisions decisions={decisions} answer={useActionData<typeof action>()} />;
}
