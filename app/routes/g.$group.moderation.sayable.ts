import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** What can be said with a decision: the canned answers, and the rules that reasons point at. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { viewer } = requireViewer(context, request);
  const group = params.group ?? "";
  const [answers, { guidelines }] = await orProblemResponse(
    Promise.all([context.cannedAnswers.list(viewer, group), context.guidelines.open(viewer, group)]),
  );
  return json({ answers, guidelines });
}
