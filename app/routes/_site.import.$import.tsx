import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { GroupPage } from "#app/context/groups.ts";
import { languageChoices } from "#app/features/library/languages.ts";
import { metaForm } from "#app/features/library/library-forms.ts";
import { readChoices } from "#app/features/library/piece-choices.ts";
import { PreviewPage } from "#app/features/library/preview-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { libraryWords } from "#app/words/library.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(libraryWords.add.title) }];

export const handle: TrailHandle<{ readonly group: Pick<GroupPage, "id" | "name"> }> = {
  trail: ({ group }) => [{ label: group.name, to: `/g/${group.id}` }, { label: libraryWords.add.title }],
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const preview = await orProblemResponse(context.documents.preview(viewer, params.import ?? ""));
  const { id, name } = await orProblemResponse(context.groups.open(viewer, preview.groupId));
  return { preview, group: { id, name }, languages: languageChoices(preview.language) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const form = await request.formData();
  return runForm(form, metaForm, async (meta) => {
    const { id } = await context.documents.add(viewer, params.import ?? "", readChoices(form), meta);
    throw redirectDocument(`/t/${id}`);
  });
}

/** The proposal stays as it is while it is looked at; sending it to the browser again would cost as much as the text. */
export const shouldRevalidate = () => false;

export default function Preview() {
  return <PreviewPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
