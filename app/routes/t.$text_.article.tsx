import type { LoaderFunctionArgs } from "@remix-run/node";
import { followInput } from "#app/features/reading/newest-text.ts";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** The newest revision for somebody who has an older one open, with where their places are in it. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const text = params.text ?? "";
  const input = followInput(new URL(request.url).searchParams);
  const [page, { html }, followed] = await orProblemResponse(
    Promise.all([
      context.reading.open(viewer, text),
      context.reading.article(viewer, text),
      context.revisions.follow(viewer, text, input),
    ]),
  );
  return Response.json({ page, html, ...followed });
}
