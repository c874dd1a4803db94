import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Problem } from "#app/domain/problem.ts";
import { DetailsPage } from "#app/features/library/details-page.tsx";
import { languageChoices } from "#app/features/library/languages.ts";
import { detailsForm } from "#app/features/library/library-forms.ts";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse, problemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { libraryWords } from "#app/words/library.ts";
import { errorWords, siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(libraryWords.details.title) }];

export const handle: TrailHandle = { trail: () => ({ label: libraryWords.details.title }) };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { groupId, ...details } = await orProblemResponse(context.documents.details(viewer, params.text ?? ""));
  // An address that names another group's text under this group was never given out.
  if (groupId !== params.group) throw problemResponse(new Problem("not-found", errorWords.missing.sentence));
  return { group: groupId, details, languages: languageChoices(details.language) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return runForm(await request.formData(), detailsForm, (input) =>
    context.documents.editMeta(viewer, params.text ?? "", input),
  );
}

export default function Details() {
  return <DetailsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
