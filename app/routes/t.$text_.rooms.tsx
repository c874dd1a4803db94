import type { LoaderFunctionArgs } from "@remix-run/node";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** Which rooms of a text the viewer may open, asked again when gates open. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  return Response.json(await orProblemResponse(context.reading.rooms(viewer, params.text ?? "")));
}
