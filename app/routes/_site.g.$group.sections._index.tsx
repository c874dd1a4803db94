import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ulid } from "ulid";
import { setForm } from "#app/features/section/section-forms.ts";
import { SectionList } from "#app/features/section/section-list.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const sets = await orProblemResponse(context.sections.list(viewer, params.group ?? ""));
  return { sets, newId: ulid() };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const group = params.group ?? "";
  const answer = await runForm(await request.formData(), setForm, (input) =>
    context.sections.create(viewer, group, input),
  );
  return "ok" in answer && answer.ok ? redirect(`/g/${group}/sections/${answer.value.id}`) : answer;
}

export default function Sections() {
  return <SectionList {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
