import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decideForm, sayForm } from "#app/features/moderation/appeals/appeal-forms.ts";
import { AppealsPage } from "#app/features/moderation/appeals/appeals-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { appealWords } from "#app/words/appeals.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(appealWords.title) }];

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ group }) => [{ label: group.name, to: `/g/${group.id}` }, { label: appealWords.title }],
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const id = params.group ?? "";
  const appeals = await orProblemResponse(context.appeals.list(viewer, id));
  const { name } = await orProblemResponse(context.groups.open(viewer, id));
  return { appeals, group: { id, name } };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const form = await request.formData();
  if (intentOf(form) === "say") {
    return runForm(form, sayForm, ({ appeal, words }) => context.appeals.say(viewer, appeal, words));
  }
  return runForm(form, decideForm, ({ appeal, ...input }) => context.appeals.decide(viewer, appeal, input));
}

export default function Appeals() {
  const { appeals } = useLoaderData<typeof loader>();
  return <AppealsPage appeals={appeals} answer={useActionData<typeof action>()} />;
}
