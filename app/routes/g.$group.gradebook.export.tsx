import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "#app/http/download.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** The grade book of a group as a table, for its staff. */
export async function loader({ context, params, request }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const file = await orProblemResponse(context.board.takeGradeBook(viewer, params.group ?? ""));
  return download(file, context.flowed);
}
