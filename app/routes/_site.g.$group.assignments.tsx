import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ulid } from "ulid";
import { z } from "zod";
import { measuringForm, newForm } from "#app/features/assignment/assignment-forms.ts";
import { AssignmentList } from "#app/features/assignment/assignment-list.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { INTENT } from "#app/ui/intent.ts";
import { assignmentWords } from "#app/words/assignments.ts";

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: () => ({ label: assignmentWords.title }),
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const group = params.group ?? "";
  const list = await orProblemResponse(context.assignments.list(viewer, group));
  const texts = list.maySet ? await orProblemResponse(context.documents.library(viewer, group)) : [];
  return { list, texts: texts.map(({ id, title }) => ({ id, title })), newId: ulid() };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const group = params.group ?? "";
  const form = await request.formData();
  if (form.get(INTENT) === "measure") {
    return runForm(form, measuringForm, ({ measures }) =>
      context.assignments.measureReading(viewer, group, measures === "on"),
    );
  }
  if (form.get(INTENT) === "begin-plain") {
    return runForm(form, z.object({}), () => context.assignments.beginPlain(viewer, group));
  }
  const answer = await runForm(form, newForm, (input) => context.assignments.create(viewer, group, input));
  return "ok" in answer && answer.ok ? redirect(`/assignments/${answer.value.id}/edit`) : answer;
}

export default function Assignments() {
  return <AssignmentList {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
