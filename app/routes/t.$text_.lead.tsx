import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { isProblem, Problem } from "#app/domain/problem.ts";
import { postOnly } from "#app/http/post-only.ts";
import { type ProblemBody, problemStatus } from "#app/http/problem-response.ts";
import { annotationWords } from "#app/words/annotations.ts";
import { readingWords } from "#app/words/reading.ts";

export const loader = postOnly;

const call = z.union([
  z.object({ verb: z.literal("look"), start: z.number().nullable(), note: z.string().max(26).nullable() }),
  z.object({ verb: z.literal("end") }),
]);

/** Calls everybody to a place, or lets them go. */
export async function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  const { viewer, lead } = context;
  if (viewer === null) return Response.json({ sentence: readingWords.problems.signIn }, { status: 401 });
  try {
    const parsed = call.safeParse(await request.json().catch(() => null));
    if (!parsed.success) throw new Problem("invalid", annotationWords.malformed);
    const text = params.text ?? "";
    if (parsed.data.verb === "look") await lead.look(viewer, text, parsed.data);
    else await lead.end(viewer, text);
    return Response.json({ done: true });
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown;
    const body: ProblemBody = { code: thrown.code, sentence: thrown.sentence, retryAfter: thrown.retryAfter };
    return Response.json(body, { status: problemStatus(thrown) });
  }
}
