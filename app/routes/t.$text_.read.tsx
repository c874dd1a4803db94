import type { ActionFunctionArgs } from "@remix-run/node";
import { postOnly } from "#app/http/post-only.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

export const loader = postOnly;

/** How many milliseconds the viewer has read the text since this was told last. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const active = Number((await request.formData()).get("active"));
  await orProblemResponse(
    context.ownWork.readFor(viewer, params.text ?? "", Number.isSafeInteger(active) ? active : 0),
  );
  return new Response(null, { status: 204 });
}
