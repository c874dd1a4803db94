/** Forms for what cannot be taken back: the proof of who sends them may come along. */
import { type AppLoadContext, redirect } from "@remix-run/node";
import type { Viewer } from "#app/context/viewer.ts";
import { isProblem } from "#app/domain/problem.ts";
import { PROOF } from "#app/ui/form-answer.ts";
import { problemResponse } from "./problem-response.ts";
import { requireMember } from "./viewer.ts";

/** The sender, as somebody who has just proved who they are when the form holds a good proof. Throws Problem("invalid") for a bad one. */
export async function provenSender(context: AppLoadContext, request: Request, form: FormData): Promise<Viewer> {
  const { viewer, sessionId } = requireMember(context, request);
  const typed = form.get(PROOF);
  if (typeof typed !== "string" || typed === "") return viewer;
  return context.factors.prove(viewer, sessionId, context.client, { typed });
}

/** For loaders: what `work` gives; where a proof is wanted, a redirect to the page that asks for it and leads back to `here`. */
export async function orProof<T>(work: Promise<T>, here: string): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown;
    if (thrown.code === "reauth-required") throw redirect(`/reauth?to=${encodeURIComponent(here)}`);
    throw problemResponse(thrown);
  }
}
