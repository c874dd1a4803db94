import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NotePage } from "#app/features/moderation/note-page.tsx";
import { runReportForm } from "#app/http/note-form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { reportingWords } from "#app/words/reporting.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(reportingWords.report.title) }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  await orProblemResponse(context.reading.find(viewer, params.note ?? ""));
  return { note: params.note ?? "" };
}

/** A report without scripts; afterwards one is with one's reports, where it can be taken back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const answer = await runReportForm({ context, viewer, note: params.note ?? "" }, await request.formData());
  if ("ok" in answer) throw redirect("/settings/reports");
  return answer;
}

export default function Report() {
  const { note } = useLoaderData<typeof loader>();
  return <NotePage kind="report" note={note} version={null} answer={useActionData<typeof action>()} />;
}
