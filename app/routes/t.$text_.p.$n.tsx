import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { orProblemResponse } from "#app/http/problem-response.ts";
import { requireViewer } from "#app/http/viewer.ts";

/** The permanent address of a paragraph, by the number that a seminar cites; unknown numbers lead to the text. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { viewer } = requireViewer(context, request);
  const text = params.text ?? "";
  const { blocks } = await orProblemResponse(context.reading.open(viewer, text));
  const block = blocks.find(({ number }) => number !== null && String(number) === params.n);
  return redirect(block === undefined ? `/t/${text}` : `/t/${text}#b-${block.n}`);
}
