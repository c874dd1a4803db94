/** Assignments as their group finds them, and one of them as its teachers edit it. */
import type { AssignmentLine, AssignmentList, AssignmentSetting } from "#app/context/assignments.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { scoreOf } from "#app/domain/assignment/grade.ts";
import { countedLate } from "#app/domain/assignment/lateness.ts";
import type { Start } from "#app/domain/assignment/moved.ts";
import { workStateOf } from "#app/domain/assignment/work-state.ts";
import { type Actor, can } from "#app/domain/policy/policy.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { Store } from "#db/store.ts";
import { standingIn } from "../groups-standing.ts";
import { accountOf } from "./account.ts";
import { type Entered, extensionOf, studentsOf, textsOf, timesIn } from "./enter.ts";
import { placedPrompts, placedTexts } from "./placed.ts";

/** Throws Problem("not-found") outside the group. */
export async function listOf(
  read: Store,
  { viewer, groupId, now }: { readonly viewer: Viewer; readonly groupId: string; readonly now: number },
): Promise<AssignmentList> {
  const { actor, group } = await standingIn(read, { viewer, groupId, now });
  const isWatching = can(actor, "assignment.watch", { group });
  const students = isWatching ? (await studentsOf(read, groupId)).length : 0;
  const writers = await read.submissions.writers(groupId, isWatching ? null : viewer.id);
  const lines: AssignmentLine[] = [];
  for (const assignment of await read.assignments.ofGroup(groupId)) {
    if (assignment.state === "draft" && !isWatching) continue;
    const { id, title, state } = assignment;
    const wrote = writers.get(id) ?? new Set<string>();
    const texts = (await textsOf(read, assignment)).map((text) => ({ id: text.id, title: text.title }));
    const about = { id, title, state, texts };
    if (isWatching) {
      const counts = { students, ...(await countsOf(read, id, wrote)) };
      lines.push({ ...about, times: assignment.times, work: null, counts, score: null });
    } else
      lines.push({
        ...about,
        counts: null,
        ...(await ownLine(read, assignment, { member: viewer.id, notes: wrote.size, now })),
      });
  }
  return {
    group: { id: group.id, name: group.name },
    lines,
    measuresReading: await read.courses.measuresReading(groupId),
    start: isWatching ? await startIn(read, groupId) : null,
    maySet: can(actor, "assignment.set", { group }),
  };
}

async function countsOf(
  read: Store,
  id: string,
  wrote: ReadonlySet<string>,
): Promise<{ readonly handedIn: number; readonly started: number }> {
  const handedIn = await read.submissions.lateness(id);
  return { handedIn: handedIn.size, started: [...wrote].filter((member) => !handedIn.has(member)).length };
}

async function ownLine(
  read: Store,
  assignment: AssignmentRow,
  { member, notes, now }: { readonly member: string; readonly notes: number; readonly now: number },
): Promise<Pick<AssignmentLine, "times" | "work" | "score">> {
  const times = (await timesIn(read, assignment))(member);
  const [newest] = await read.submissions.ofMember(assignment.id, member);
  const grade = await read.grades.ofMember(assignment.id, member);
  const isReleased = grade?.releasedAt != null;
  const late = newest === undefined ? null : countedLate(assignment.late, newest.late);
  const facts = { times, now, late, notes, isExcused: isReleased && grade.isExcused };
  const points = isReleased && !grade.isExcused ? grade.points : null;
  return {
    times,
    work: workStateOf(facts),
    score: points === null ? null : scoreOf(points, assignment.scheme),
  };
}

/** What its form needs. */
export async function settingOf(read: Store, { assignment, actor, group }: Entered): Promise<AssignmentSetting> {
  const {
    createdBy: _,
    createdAt: __,
    publishedAt,
    releasedAt,
    collectedAt,
    copiedFrom,
    carries,
    group: groupId,
    ...set
  } = assignment;
  const cohorts = await read.cohorts.ofAssignment(assignment.id);
  const sets = [];
  const sections = [];
  for (const one of await read.sections.sets(groupId)) {
    const ofSet = await read.sections.ofSet(one.id);
    sets.push({ id: one.id, name: one.name, sections: ofSet.length });
    if (one.id === assignment.sectionSet) sections.push(...ofSet.map(({ id, name }) => ({ id, name })));
  }
  const texts = (await read.documents.ofGroup(groupId)).filter(({ deleteAfter }) => deleteAfter === null);
  const notes = await read.submissions.notes({
    assignment: assignment.id,
    member: null,
    until: Number.MAX_SAFE_INTEGER,
  });
  const { blocks } = await accountOf(read, assignment);
  return {
    ...set,
    texts: placedTexts(assignment, blocks),
    prompts: placedPrompts(assignment, blocks),
    group: { id: group.id, name: group.name },
    gate: cohorts[0]?.gate ?? assignment.reveal,
    extensions: (await read.assignments.extensions(assignment.id)).map(extensionOf),
    choice: {
      texts: texts.map(({ id, title, words }) => ({ id, title, words })),
      sectionSets: sets,
      sections,
      kinds: (await read.kinds.ofGroup(groupId)).map(({ id, name }) => ({ id, name })),
      students: (await studentsOf(read, groupId)).map(({ id, name }) => ({ id, name })),
      groups: await groupsToSetIn(read, actor, group),
    },
    notesLeft: assignment.state === "draft" ? 0 : carries.length,
    ownNotes: notes.filter(({ member, parent }) => member === actor.id && parent === null).length,
    hasWork: notes.length > 0,
  };
}

async function startIn(read: Store, groupId: string): Promise<Start | null> {
  const known = await read.courses.start(groupId);
  if (known === null) return null;
  const { zone: _, ...start } = known;
  return start;
}

type Named = { readonly id: string; readonly name: string };

/** The group itself, then the others in which the actor may set an assignment, by name. */
async function groupsToSetIn(read: Store, { id, isAdmin }: Actor, { id: own, name }: Named): Promise<readonly Named[]> {
  const others: Named[] = [];
  for (const { groupId, role } of await read.memberships.ofMember(id)) {
    const group = groupId === own ? null : await read.groups.byId(groupId);
    if (group !== null && can({ id, role, isAdmin }, "assignment.set", { group })) {
      others.push({ id: group.id, name: group.name });
    }
  }
  return [{ id: own, name }, ...others.sort((a, b) => a.name.localeCompare(b.name))];
}
