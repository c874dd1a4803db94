/** Who may do what with an assignment, and what holds for its students. */
import type { Viewer } from "#app/context/viewer.ts";
import { timesFor } from "#app/domain/assignment/lateness.ts";
import type { Extension, Times } from "#app/domain/assignment/times.ts";
import { isStaff, type Role } from "#app/domain/group/group.ts";
import { type Action, type Actor, can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { assignmentWords as words } from "#app/words/assignments.ts";
import type { AssignmentRow, ExtensionRow } from "#db/repositories/assignments.ts";
import type { DocumentRow } from "#db/repositories/documents.ts";
import type { GroupRecord } from "#db/repositories/groups.ts";
import type { Store } from "#db/store.ts";
import { standingIn } from "../groups-standing.ts";

export type Entered = {
  readonly assignment: AssignmentRow;
  readonly actor: Actor;
  readonly group: GroupRecord;
};

type Asking = { readonly viewer: Viewer; readonly id: string; readonly now: number };

/** Throws Problem("not-found") outside its group and for drafts of others' teachers, Problem("forbidden") without the right. */
export async function enterAssignment(
  store: Store,
  { viewer, id, now }: Asking,
  action: Action | null,
): Promise<Entered> {
  const assignment = await store.assignments.find(id);
  if (assignment === null) throw new Problem("not-found", words.unknown);
  const { actor, group } = await standingIn(store, { viewer, groupId: assignment.group, now }).catch((error) => {
    throw error instanceof Problem && error.code === "not-found" ? new Problem("not-found", words.unknown) : error;
  });
  if (action !== null && !can(actor, action, { group })) throw new Problem("forbidden", words.forTeachers);
  if (assignment.state === "draft" && !can(actor, "assignment.watch", { group })) {
    throw new Problem("not-found", words.unknown);
  }
  return { assignment, actor, group };
}

/** True for whoever hands work in. */
export function isStudent(role: Role | null): boolean {
  return role !== null && !isStaff(role) && role !== "observer";
}

/** Members who hand work in. */
export async function studentsOf(store: Store, groupId: string) {
  return (await store.memberships.roster(groupId)).filter(({ leftAt, role }) => leftAt === null && isStudent(role));
}

/** The texts of an assignment that there are, in reading order. */
export async function textsOf(store: Store, { texts }: Pick<AssignmentRow, "texts">): Promise<readonly DocumentRow[]> {
  const found = [];
  for (const { document } of texts) {
    const row = await store.documents.find(document);
    if (row !== null) found.push(row);
  }
  return found;
}

/** Extensions of an assignment as its rules read them. */
export function extensionOf({ id, forKind, forId, dueAt, closesAt }: ExtensionRow): Extension {
  return { id, for: { kind: forKind, id: forId }, dueAt, closesAt };
}

/** The times that hold for members, asked once for all of them. */
export async function timesIn(
  store: Store,
  { id, times, sectionSet }: AssignmentRow,
): Promise<(memberId: string) => Times> {
  const extensions = (await store.assignments.extensions(id)).map(extensionOf);
  const sections = sectionSet === null ? [] : await store.sections.ofSet(sectionSet);
  const sectionOf = new Map(sections.flatMap((section) => section.members.map((member) => [member, section.id])));
  return (member) => timesFor(times, extensions, { member, section: sectionOf.get(member) ?? null });
}
