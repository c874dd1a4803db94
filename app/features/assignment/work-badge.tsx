import type { WorkState } from "#app/domain/assignment/work-state.ts";
import { Badge } from "#app/ui/chip.tsx";
import { assignmentWords } from "#app/words/assignments.ts";

const kinds: { readonly [state in WorkState]?: "danger" | "accent" | "warn" } = {
  ...{ missing: "danger", "handed-in": "accent", late: "warn" },
};

/** How far somebody is, in a word. */
export function WorkBadge({ state }: { readonly state: WorkState }) {
  return <Badge kind={kinds[state] ?? "plain"}>{assignmentWords.work[state]}</Badge>;
}
