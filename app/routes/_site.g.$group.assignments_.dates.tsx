import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { datesOf, movedForm } from "#app/features/assignment/assignment-forms.ts";
import { DatesPage } from "#app/features/assignment/dates-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm, typedBack } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { settingWords } from "#app/words/setting.ts";

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ dates: { group } }) => [
    { label: assignmentWords.title, to: `/g/${group.id}/assignments` },
    { label: settingWords.dates.title },
  ],
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const dates = await orProblemResponse(context.assignments.dates(viewer, params.group ?? ""));
  return { dates };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const group = params.group ?? "";
  const form = await request.formData();
  const { lines } = await orProblemResponse(context.assignments.dates(viewer, group));
  // What is only looked at comes back as it would be.
  if (intentOf(form) === "look") return typedBack(movedForm(form, lines));
  return runForm(form, z.looseObject({}), () => context.assignments.setDates(viewer, group, datesOf(form, lines)));
}

export default function Dates() {
  return <DatesPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
