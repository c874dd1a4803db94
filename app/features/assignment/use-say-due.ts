import { useSayTime } from "#app/ui/time.tsx";
import { assignmentWords } from "#app/words/assignments.ts";

/** Says when something is due, or that it is not. */
export function useSayDue(): (times: { readonly dueAt: number | null }) => string {
  const sayTime = useSayTime();
  const { due, noDue } = assignmentWords.list;
  return ({ dueAt }) => (dueAt === null ? noDue : due(sayTime(dueAt, "moment")));
}
