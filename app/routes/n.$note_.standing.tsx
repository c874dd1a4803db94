import type { LoaderFunctionArgs } from "@remix-run/node";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** What the author of a note is told about it. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const standing = await orProblemResponse(context.moderation.standing(viewer, params.note ?? ""));
  return Response.json({ standing }, { headers: { "cache-control": "private, no-store" } });
}
