import type { WorkState } from "#app/domain/assignment/work-state.ts";
import { Badge } from "#app/ui/chip.tsx";
import { assignmentWords } from "#app/words/assignments.ts";

/** How far somebody is, in a word. */
export function WorkBadge({ state }: { readonly state: WorkState }) {
  const kind = state === "missing" ? "danger" : state === "handed-in" ? "accent" : "plain";
  return <Badge kind={kind}>{assignmentWords.work[state]}</Badge>;
}
