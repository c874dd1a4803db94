import type { LoaderFunctionArgs } from "@remix-run/node";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** The bodies of a note as JSON, oldest first. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const versions = await orProblemResponse(context.annotations.history(viewer, params.note ?? ""));
  return Response.json({ versions }, { headers: { "cache-control": "private, no-store" } });
}
