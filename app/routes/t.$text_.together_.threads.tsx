import type { LoaderFunctionArgs } from "@remix-run/node";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** Whose threads these are and how they begin, for what was cited after the page was opened. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const notes = new URL(request.url).searchParams.getAll("note");
  const cited = await orProblemResponse(context.together.cited(viewer, notes));
  return Response.json({ cited }, { headers: { "cache-control": "private, no-store" } });
}
