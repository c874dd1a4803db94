import { type ActionFunctionArgs, json } from "@remix-run/node";
import { fillForm } from "#app/features/moderation/people/people-forms.ts";
import { runForm } from "#app/http/form.ts";
import { postOnly } from "#app/http/post-only.ts";
import { requireViewer } from "#app/http/viewer.ts";

export const loader = postOnly;

/** The words of a canned answer for one decision, counted as a use. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const { group = "", answer = "" } = params;
  const filled = await runForm(await request.formData(), fillForm, (values) =>
    context.cannedAnswers.fill(viewer, group, answer, values),
  );
  return "ok" in filled ? json(filled) : json(filled.data, filled.init ?? undefined);
}
