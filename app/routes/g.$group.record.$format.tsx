import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "#app/http/download.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** The whole record of a group as a file, for its moderators. */
export async function loader({ context, params, request }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const { group = "", format } = params;
  if (format !== "csv" && format !== "json") throw new Response(null, { status: 404 });
  return download(await orProblemResponse(context.record.take(viewer, group, format)), context.flowed);
}
