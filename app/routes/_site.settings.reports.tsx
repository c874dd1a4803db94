import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { withdrawForm } from "#app/features/moderation/note-forms.ts";
import { OwnReports } from "#app/features/moderation/own-reports.tsx";
import { runForm } from "#app/http/form.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { reportingWords } from "#app/words/reporting.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction = () => [{ title: siteWords.title(reportingWords.mine.title) }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { reports: await orProblemResponse(context.reports.mine(viewer)) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return runForm(await request.formData(), withdrawForm, ({ report }) => context.reports.withdraw(viewer, report));
}

export default function Reports() {
  return <OwnReports {...useLoaderData<typeof loader>()} />;
}
