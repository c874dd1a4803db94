import type { ActionFunctionArgs } from "@remix-run/node";
import { postOnly } from "#app/http/post-only.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

export const loader = postOnly;

/** How far the viewer came; what is older than this moment is no longer new to them. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const block = Number((await request.formData()).get("block"));
  await orProblemResponse(context.reading.seen(viewer, params.text ?? "", { block }));
  return new Response(null, { status: 204 });
}
