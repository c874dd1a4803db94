import { redirect } from "@remix-run/node";
import type { FormAnswer } from "#app/ui/form-answer.ts";

/**
 * After a form that changed the viewer. Without scripts the answer is rendered in the form's own request, whose viewer was
 * read before the change; so a form that navigates is led to the page anew. Throws that redirect, else gives `answer` back.
 */
export function freshPage<A>(request: Request, answer: A): A {
  const navigates = request.headers.get("Sec-Fetch-Mode") === "navigate";
  if (navigates && isDone(answer)) throw redirect(new URL(request.url).pathname);
  return answer;
}

function isDone(answer: unknown): answer is FormAnswer<unknown> & { readonly ok: true } {
  return typeof answer === "object" && answer !== null && "ok" in answer && answer.ok === true;
}
