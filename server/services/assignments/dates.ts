/** The dates of a group's assignments, moved together. */
import type { CourseDates, DatesGiven } from "#app/context/assignments.ts";
import { problemsOf } from "#app/domain/assignment/brief.ts";
import { revealBeside } from "#app/domain/assignment/moved.ts";
import { Problem } from "#app/domain/problem.ts";
import { assignmentWords as words } from "#app/words/assignments.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { Store } from "#db/store.ts";

/** Those that are not archived, by due time. */
export async function datesOf(read: Store, groupId: string): Promise<CourseDates["lines"]> {
  const open = (await read.assignments.ofGroup(groupId)).filter(({ state }) => state !== "archived");
  return open.map(({ id, title, state, version, times }) => ({ id, title, state, version, times }));
}

export type Moved = { readonly before: AssignmentRow; readonly after: AssignmentRow };

/**
 * Sets all of them or none; gives those that changed. Throws Problem("invalid") with `fields` by assignment for an order that
 * cannot be, Problem("conflict") where somebody changed one meanwhile.
 */
export async function setDates(
  store: Store,
  groupId: string,
  { given, now }: { readonly given: readonly DatesGiven[]; readonly now: number },
): Promise<readonly Moved[]> {
  const moved: Moved[] = [];
  const fields: Record<string, string> = {};
  for (const { id, version, times } of given) {
    const before = await store.assignments.find(id);
    if (before?.group !== groupId || before.state === "archived") throw new Problem("not-found", words.unknown);
    if (JSON.stringify(before.times) === JSON.stringify(times)) continue;
    const reveal = revealBeside(before.reveal, before.times, times);
    const problem = Object.values(problemsOf({ ...before, times }, false))[0];
    if (problem !== undefined) fields[id] = words.problems[problem];
    else if (before.version !== version) throw new Problem("conflict", words.changed);
    else if (await store.assignments.change(id, version, { ...before, times, reveal }, now)) {
      const after = await store.assignments.find(id);
      if (after !== null) moved.push({ before, after });
    }
  }
  if (Object.keys(fields).length > 0) throw new Problem("invalid", words.check, { fields });
  return moved;
}
