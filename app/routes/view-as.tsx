import { type ActionFunctionArgs, redirectDocument } from "@remix-run/node";
import { memberForm } from "#app/features/site/care/care-forms.ts";
import { postOnly } from "#app/http/post-only.ts";
import { orProof } from "#app/http/proof.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { intentOf } from "#app/ui/intent.ts";

export const loader = postOnly;

/** Begins and ends looking at the site with a member's eyes; leads to a fresh document, as everything on the page is another's. */
export async function action({ context, request }: ActionFunctionArgs): Promise<Response> {
  const { viewer, sessionId } = requireViewer(context, request);
  const form = await request.formData();
  if (viewer.viewedBy !== undefined || intentOf(form) === "end") {
    await context.viewing.end(sessionId);
    return redirectDocument(viewer.viewedBy === undefined ? "/admin" : `/admin/members/${viewer.id}`);
  }
  const { member } = memberForm.parse({ member: form.get("member") ?? "" });
  await orProof(context.viewing.start(viewer, sessionId, member), `/admin/members/${member}`);
  return redirectDocument("/groups");
}
