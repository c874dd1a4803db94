import type { ActionFunctionArgs } from "@remix-run/node";
import type { ChallengePurpose } from "#app/domain/member/factors.ts";
import { isProblem, Problem } from "#app/domain/problem.ts";
import { purposeForm } from "#app/features/account/factor-forms.ts";
import { postOnly } from "#app/http/post-only.ts";
import { problemHeaders, problemStatus } from "#app/http/problem-response.ts";
import { factorsWords } from "#app/words/factors.ts";

/** A challenge for a passkey, as JSON; the page that asked sends the answer where it belongs. */
export async function action({ context, request }: ActionFunctionArgs) {
  const parsed = purposeForm.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) return refusal(new Problem("invalid", factorsWords.unknown));
  const { purpose } = parsed.data;
  const who = purpose === "sign-in" ? null : asker(context, purpose);
  if (who === undefined) return Response.json({ sentence: factorsWords.halfGone }, { status: 401 });
  try {
    return Response.json(await context.factors.ask(who, context.client, purpose));
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown;
    return refusal(thrown);
  }
}

export const loader = postOnly;

function refusal(problem: Problem): Response {
  return Response.json(
    { sentence: problem.sentence },
    { status: problemStatus(problem), headers: problemHeaders(problem) },
  );
}

/** The second factor is asked of half a session only, everything else of a whole one, or of one that has to set one up. */
function asker(
  { viewer, sessionId, half }: ActionFunctionArgs["context"],
  purpose: Exclude<ChallengePurpose, "sign-in">,
) {
  if (purpose === "verify") return half?.wants === "factor" ? half : undefined;
  if (half?.wants === "enrolment") return half;
  return viewer !== null && sessionId !== null ? { viewer, sessionId } : undefined;
}
