/** What tests of sanctions ask for. */
import type { SanctionInput } from "#app/context/people.ts";
import type { Viewer } from "#app/context/viewer.ts";
import type { SanctionKind } from "#app/domain/moderation/sanction.ts";

/** A sanction in the whole group for an attack, but for what is given. */
export function sanctionInput(member: Viewer, kind: SanctionKind, more: Partial<SanctionInput> = {}): SanctionInput {
  return {
    ...{ member: member.id, kind, scope: "group", scopeId: "", reason: "attack", days: kind === "suspend" ? 3 : null },
    ...{ toMember: "Be kind.", toStaff: "", hides: "none" },
    ...more,
  };
}

/** How a work was refused, or "done". */
export function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "done",
    (problem) => String(problem.code),
  );
}
