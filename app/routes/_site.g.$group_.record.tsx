import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { undoForm } from "#app/features/moderation/appeals/appeal-forms.ts";
import { isChosen, recordChoiceOf } from "#app/features/moderation/record/record-choice.ts";
import { RecordPage } from "#app/features/moderation/record/record-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { recordWords } from "#app/words/appeals.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(recordWords.title) }];

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ page }) => [
    { label: page.group?.name ?? "", to: `/g/${page.group?.id ?? ""}` },
    { label: recordWords.title, to: `/g/${page.group?.id ?? ""}/record` },
  ],
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const choice = recordChoiceOf(searchParams);
  const page = await orProblemResponse(context.record.group(context.viewer, params.group ?? "", choice));
  searchParams.delete("before");
  return {
    page,
    asked: Object.fromEntries(searchParams),
    isChosen: isChosen(choice),
    isFirst: choice.before === null,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const form = await request.formData();
  return runForm(form, undoForm, ({ decision }) => context.moderation.undo(viewer, decision));
}

export default function Record() {
  return <RecordPage {...useLoaderData<typeof loader>()} />;
}
