import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { seenFromForm } from "#app/features/reading/seen-form.ts";
import { postOnly } from "#app/http/post-only.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

export const loader = postOnly;

/** How far the viewer came, and what they have really seen; the plain form for "all of it" leads back to the text. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const text = params.text ?? "";
  const { block, threads, isPlain } = seenFromForm(await request.formData());
  if (block !== null) await orProblemResponse(context.reading.seen(viewer, text, { block }));
  if (threads !== null) await orProblemResponse(context.news.read(viewer, text, threads));
  return isPlain ? redirect(`/t/${text}`) : new Response(null, { status: 204 });
}
