import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ReportPage } from "#app/features/assignment/board/report-page.tsx";
import type { TrailHandle } from "#app/features/site/site-shell.tsx";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { assignmentWords } from "#app/words/assignments.ts";
import { boardWords } from "#app/words/board.ts";
import { siteWords } from "#app/words/site.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: siteWords.title(boardWords.report.title(data?.report.title ?? "")) },
];

export const handle: TrailHandle<Awaited<ReturnType<typeof loader>>> = {
  trail: ({ report }) => [
    { label: report.group.name, to: `/g/${report.group.id}` },
    { label: assignmentWords.title, to: `/g/${report.group.id}/assignments` },
    { label: report.title, to: `/assignments/${report.id}/board` },
    { label: boardWords.links.report },
  ],
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  return { report: await orProblemResponse(context.board.report(viewer, params.assignment ?? "")) };
}

export default function AssignmentReport() {
  return <ReportPage {...useLoaderData<typeof loader>()} />;
}
