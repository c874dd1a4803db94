import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NotePage } from "#app/features/moderation/note-page.tsx";
import { runDecisionForm } from "#app/http/note-form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { reportingWords } from "#app/words/reporting.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(reportingWords.decide.what) }];

/** The version stands in the address, since it is the one that was read there. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  await orProblemResponse(context.reading.find(viewer, params.note ?? ""));
  return { note: params.note ?? "", version: Number(new URL(request.url).searchParams.get("version")) || 0 };
}

/** A decision without scripts; afterwards one is back at the note. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const answer = await runDecisionForm({ context, viewer, note: params.note ?? "" }, await request.formData());
  if ("ok" in answer) throw redirect(`/n/${params.note}`);
  return answer;
}

export default function Decide() {
  return <NotePage kind="decide" {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
