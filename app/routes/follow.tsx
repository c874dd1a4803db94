import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { followLevels, followSubjects } from "#app/domain/news/news.ts";
import { runForm } from "#app/http/form.ts";
import { postOnly } from "#app/http/post-only.ts";
import { safeRedirect } from "#app/http/redirect.ts";
import { requireViewer } from "#app/http/viewer.ts";

export const loader = postOnly;

const followForm = z.object({
  kind: z.enum(followSubjects),
  id: z.string(),
  group: z.string(),
  intent: z.enum([...followLevels, "none"]),
});

/** Follows, mutes, or neither; a plain form leads back to where it stood. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const form = await request.formData();
  const answer = await runForm(form, followForm, ({ intent, ...subject }) =>
    context.news.follow(viewer, subject, intent === "none" ? null : intent),
  );
  const isPlain = form.has("back") && request.headers.get("accept")?.includes("text/html") === true;
  // A route without a page has to say its status itself.
  if (!("ok" in answer)) return Response.json(answer.data, answer.init ?? {});
  return isPlain ? redirect(safeRedirect(form.get("back"))) : Response.json(answer);
}
