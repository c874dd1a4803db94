import type { Scheme, Score } from "#app/domain/assignment/grade.ts";
import { assignmentWords } from "./assignments.ts";

/** Points as the scheme means them. */
export function sayPoints(points: number | null, scheme: Scheme): string {
  const { isComplete, notComplete, undecided } = assignmentWords.board;
  if (points === null) return undecided;
  if (scheme.kind !== "complete") return String(points);
  return points === 1 ? isComplete : notComplete;
}

/** What was reached. */
export function sayScore({ points, of, isComplete }: Score): string {
  const { list } = assignmentWords;
  if (points !== null && of !== null) return list.score(points, of);
  return isComplete ? list.complete : list.incomplete;
}
