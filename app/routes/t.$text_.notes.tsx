import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { ulid } from "ulid";
import { isProblem } from "#app/domain/problem.ts";
import { commandFromForm, commandFromJson } from "#app/features/reading/command-input.ts";
import { postOnly } from "#app/http/post-only.ts";
import { orProblemResponse, type ProblemBody, problemHeaders, problemStatus } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";
import { MEMBER_HEADER } from "#app/rooms/address.ts";
import { readingWords } from "#app/words/reading.ts";

export const loader = postOnly;

/** Commands: as JSON from the outbox, or as a plain form, which leads back to the page. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const text = params.text ?? "";
  const isJson = request.headers.get("content-type")?.startsWith("application/json") ?? false;
  if (!isJson) {
    const { viewer } = requireViewer(context, request);
    const form = await request.formData();
    const result = await orProblemResponse(
      context.reading.open(viewer, text).then(async (page) => {
        const { html } = await context.reading.article(viewer, text);
        return context.annotations.run(viewer, commandFromForm(form, { page, html, newId: ulid }));
      }),
    );
    return redirect(`/t/${text}#note-${result.id}`);
  }
  const meant = request.headers.get(MEMBER_HEADER);
  // Words of somebody else who wrote in this browser wait for that one.
  if (context.viewer === null || (meant !== null && meant !== context.viewer.id))
    return Response.json({ sentence: readingWords.problems.signIn }, { status: 401 });
  try {
    const command = commandFromJson(await request.json().catch(() => null), text);
    return Response.json(await context.annotations.run(context.viewer, command));
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown;
    const body: ProblemBody = { code: thrown.code, sentence: thrown.sentence, retryAfter: thrown.retryAfter };
    return Response.json(body, { status: problemStatus(thrown), headers: problemHeaders(thrown) });
  }
}
