import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  redirectDocument,
} from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import type { GroupPage } from "#app/context/groups.ts";
import { ImportRefused } from "#app/features/library/import-refused.tsx";
import { CANCEL, ImportWait } from "#app/features/library/import-wait.tsx";
import { languageChoices } from "#app/features/library/languages.ts";
import { metaForm } from "#app/features/library/library-forms.ts";
import { readChoices } from "#app/features/library/piece-choices.ts";
import { PreviewPage } from "#app/features/library/preview-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { libraryWords } from "#app/words/library.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(libraryWords.add.title) }];

export const handle: TrailHandle<{ readonly group: Pick<GroupPage, "id" | "name"> }> = {
  trail: ({ group }) => [{ label: group.name, to: `/g/${group.id}` }, { label: libraryWords.add.title }],
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const standing = await orProblemResponse(context.documents.preview(viewer, params.import ?? ""));
  const { id, name } = await orProblemResponse(context.groups.open(viewer, standing.groupId));
  const languages = standing.state === "ready" ? languageChoices(standing.language) : [];
  return { standing, group: { id, name }, languages };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const form = await request.formData();
  if (intentOf(form) === CANCEL) {
    const { groupId } = await orProblemResponse(context.documents.cancel(viewer, params.import ?? ""));
    throw redirect(`/g/${groupId}/add`);
  }
  return runForm(form, metaForm, async (meta) => {
    const { id } = await context.documents.add(viewer, params.import ?? "", readChoices(form), meta);
    throw redirectDocument(`/t/${id}`);
  });
}

/** The proposal stays as it is once it is looked at; sending it again after each form would cost as much as the text. */
export const shouldRevalidate = ({ formMethod }: ShouldRevalidateFunctionArgs) => formMethod === undefined;

export default function Import() {
  const { standing, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  switch (standing.state) {
    case "reading":
      return <ImportWait reading={standing} />;
    case "failed":
      return <ImportRefused refusal={standing} />;
    case "ready":
      return <PreviewPage preview={standing} {...page} answer={answer} />;
  }
}
