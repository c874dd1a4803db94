import type { LoaderFunctionArgs } from "@remix-run/node";
import { download } from "#app/http/download.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** The record of the site as a file, for administrators. */
export async function loader({ context, params, request }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const { format } = params;
  if (format !== "csv" && format !== "json") throw new Response(null, { status: 404 });
  return download(await orProblemResponse(context.record.takeSite(viewer, format)), context.flowed);
}
