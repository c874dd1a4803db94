import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { curationCommandSchema } from "#app/domain/moderation/curation-command.ts";
import { Problem } from "#app/domain/problem.ts";
import { CurationForms } from "#app/features/library/curation-forms.tsx";
import { DetailsPage } from "#app/features/library/details-page.tsx";
import { languageChoices } from "#app/features/library/languages.ts";
import { detailsForm } from "#app/features/library/library-forms.ts";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { withMoments } from "#app/http/moments.ts";
import { orProblemResponse, problemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { libraryWords } from "#app/words/library.ts";
import { errorWords, siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(libraryWords.details.title) }];

export const handle: TrailHandle = { trail: () => ({ label: libraryWords.details.title }) };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const text = params.text ?? "";
  const { groupId, ...details } = await orProblemResponse(context.documents.details(viewer, text));
  // An address that names another group's text under this group was never given out.
  if (groupId !== params.group) throw problemResponse(new Problem("not-found", errorWords.missing.sentence));
  const curation = { text, curation: await context.curation.text(viewer, text), zone: viewer.timeZone };
  return { group: groupId, details, languages: languageChoices(details.language), curation };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const form = withMoments(await request.formData(), ["opensAt", "closesAt", "until"], viewer.timeZone);
  const text = params.text ?? "";
  if (form.has("verb")) {
    form.set("id", text);
    return runForm(form, curationCommandSchema, (command) => context.curation.run(viewer, command));
  }
  return runForm(form, detailsForm, (input) => context.documents.editMeta(viewer, text, input));
}

export default function Details() {
  const { curation, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <DetailsPage {...page} answer={answer} />
      <CurationForms {...curation} answer={answer} />
    </>
  );
}
