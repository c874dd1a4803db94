import type { LoaderFunctionArgs } from "@remix-run/node";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** The viewer's assignments beside a text, asked again when their own notes change. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  return Response.json({ works: await orProblemResponse(context.ownWork.beside(viewer, params.text ?? "")) });
}
