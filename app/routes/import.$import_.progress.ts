import type { LoaderFunctionArgs } from "@remix-run/node";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** How far the reading of a text is, for the page that waits for it; null once it has ended. */
export async function loader({ context, params, request }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const progress = await orProblemResponse(context.documents.progress(viewer, params.import ?? ""));
  return Response.json(progress, { headers: { "Cache-Control": "no-store" } });
}
