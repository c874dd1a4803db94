import type { LoaderFunctionArgs } from "@remix-run/node";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** What can be quoted, asked for when somebody wants to quote. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  return Response.json({ passages: await orProblemResponse(context.together.passages(viewer, params.text ?? "")) });
}
