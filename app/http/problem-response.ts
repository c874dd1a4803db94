/** Where a Problem becomes an HTTP answer: the one table of codes and statuses, for loaders and for actions. */
import { data } from "@remix-run/node";
import { isProblem, type Problem, type ProblemCode } from "#app/domain/problem.ts";

const statuses: Readonly<Record<ProblemCode, number>> = {
  "not-found": 404,
  forbidden: 403,
  invalid: 422,
  conflict: 409,
  locked: 423,
  held: 409,
  nudged: 409,
  "too-large": 413,
  "too-many": 429,
  gone: 410,
  "reauth-required": 403,
};

/** What an error page or a script gets of a problem. `retryAfter` is in milliseconds. */
export type ProblemBody = {
  readonly code: ProblemCode;
  readonly sentence: string;
  readonly retryAfter: number | null;
};

/** The HTTP status of a problem. */
export function problemStatus(problem: Problem): number {
  return statuses[problem.code];
}

/** Headers of a problem's answer: RFC 9110 §10.2.3 `Retry-After` in whole seconds, never 0. */
export function problemHeaders(problem: Problem): Record<string, string> {
  if (problem.retryAfter === null) return {};
  return { "Retry-After": String(Math.max(1, Math.ceil(problem.retryAfter / 1000))) };
}

/** A problem as a thrown or returned answer with its status; the error boundary reads the body. */
export function problemResponse(problem: Problem) {
  const body: ProblemBody = { code: problem.code, sentence: problem.sentence, retryAfter: problem.retryAfter };
  return data(body, { status: problemStatus(problem), headers: problemHeaders(problem) });
}

/** For loaders: what `work` gives; a Problem is thrown on as its answer, anything else as it is. */
export async function orProblemResponse<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    throw isProblem(thrown) ? problemResponse(thrown) : thrown;
  }
}
