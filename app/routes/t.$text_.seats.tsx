import type { LoaderFunctionArgs } from "@remix-run/node";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** Who sits where, asked again when a page meets a seat that it does not know. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  return Response.json({ seats: await orProblemResponse(context.reading.seats(viewer, params.text ?? "")) });
}
