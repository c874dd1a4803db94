import type { ActionFunctionArgs } from "@remix-run/node";
import { jsonAnswer, runDecisionForm } from "#app/http/note-form.ts";
import { postOnly } from "#app/http/post-only.ts";
import { requireViewer } from "#app/http/viewer.ts";

export const loader = postOnly;

/** The dialog of the reading page, as JSON. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  return jsonAnswer(await runDecisionForm({ context, viewer, note: params.note ?? "" }, await request.formData()));
}
