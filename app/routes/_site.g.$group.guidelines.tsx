import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GuidelinesPage } from "#app/features/moderation/people/guidelines-page.tsx";
import { guidelineForm, idForm } from "#app/features/moderation/people/people-forms.ts";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { guidelineWords } from "#app/words/guidelines.ts";

export const handle: TrailHandle = { trail: () => ({ label: guidelineWords.title }) };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return orProblemResponse(context.guidelines.open(viewer, params.group ?? ""));
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { guidelines } = context;
  const group = params.group ?? "";
  const form = await request.formData();
  if (intentOf(form) === "save") return runForm(form, guidelineForm, (input) => guidelines.save(viewer, group, input));
  return runForm(form, idForm, ({ id }) => guidelines.retire(viewer, group, id));
}

export default function Guidelines() {
  return <GuidelinesPage {...useLoaderData<typeof loader>()} />;
}
