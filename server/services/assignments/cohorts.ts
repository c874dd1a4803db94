/**
 * The audiences of assignments and sections, kept in step with what they follow from: the assignment, its sections and the
 * roster. A change of these calls `align...` in its own work; what it does twice changes nothing.
 */
import type { Gate } from "#app/domain/audience/audience.ts";
import { isStaff } from "#app/domain/group/group.ts";
import type { Section } from "#app/domain/section/section.ts";
import type { AssignmentRow } from "#db/repositories/assignments.ts";
import type { Cohort } from "#db/repositories/cohorts.ts";
import type { Store } from "#db/store.ts";
import { seatLateComers } from "../sections/late-comers.ts";
import { scattered } from "./scattered.ts";

type Aligning = { readonly store: Store; readonly now: number; readonly newId: () => string };

/**
 * One audience for everybody, or one for each section, with the members who belong there and all staff. Those whom an
 * assignment by sections has in none read with staff alone until they are seated. Audiences that nobody reads in any more
 * keep their notes and lose their seats. A draft has none.
 */
export async function alignAssignment(aligning: Aligning, assignment: AssignmentRow): Promise<void> {
  if (assignment.state === "draft") return;
  const { store } = aligning;
  const all = assignment.sectionSet === null ? null : await store.sections.ofSet(assignment.sectionSet);
  const { staff, others } = await rosterOf(store, assignment.group);
  const wanted = new Map<string | null, readonly string[]>(
    all === null ? [[null, others]] : all.map(({ id, members }) => [id, members.filter((one) => others.includes(one))]),
  );
  const gate = gateNow(await store.cohorts.ofAssignment(assignment.id)) ?? assignment.reveal;
  const place = { group: assignment.group, assignment: assignment.id, isVeiled: assignment.anonymity !== "off" };
  await align(aligning, await store.cohorts.ofAssignment(assignment.id), { ...place, gate, wanted, staff });
}

/** The audience of each section of a set, for what is read outside assignments, and all assignments that read by it. */
export async function alignSectionSet(aligning: Aligning, setId: string): Promise<void> {
  const { store } = aligning;
  const set = await store.sections.set(setId);
  if (set === null) return;
  const sections = await store.sections.ofSet(setId);
  const { staff, others } = await rosterOf(store, set.group);
  const wanted = new Map(sections.map(({ id, members }) => [id, members.filter((one) => others.includes(one))]));
  const known = await store.cohorts.ofSections(await store.sections.idsEver(setId));
  await align(aligning, known, {
    ...{ group: set.group, assignment: null, isVeiled: false },
    ...{ gate: { kind: "open" }, wanted, staff },
  });
  for (const assignment of await store.assignments.ofSectionSet(setId)) await alignAssignment(aligning, assignment);
}

/** After somebody joined, left, or got another role: all of the group. */
export async function alignGroup(aligning: Aligning, groupId: string): Promise<void> {
  const { store } = aligning;
  await seatLateComers(aligning, groupId);
  for (const { id } of await store.sections.sets(groupId)) await alignSectionSet(aligning, id);
  for (const assignment of await store.assignments.ofGroup(groupId)) {
    if (assignment.sectionSet === null) await alignAssignment(aligning, assignment);
  }
}

/** The section of the set in which a member reads now, or null. */
export function sectionOf(sections: readonly Section[], memberId: string): Section | null {
  return sections.find(({ members }) => members.includes(memberId)) ?? null;
}

type Wanted = {
  readonly group: string;
  readonly assignment: string | null;
  readonly gate: Gate;
  readonly isVeiled: boolean;
  /** Members by section; null for everybody together. */
  readonly wanted: ReadonlyMap<string | null, readonly string[]>;
  readonly staff: readonly string[];
};

async function align(aligning: Aligning, known: readonly Cohort[], wanted: Wanted): Promise<void> {
  const { store, now, newId } = aligning;
  const { group, assignment, gate, staff, isVeiled } = wanted;
  const moved = new Set<string>();
  for (const [section, members] of wanted.wanted) {
    let audience = known.find((one) => one.section === section)?.audience;
    if (audience === undefined) {
      audience = newId();
      await store.cohorts.found({ audience, group, assignment, section, gate, now });
    }
    const due = new Set([...members, ...staff]);
    const seated = new Set(await store.cohorts.seated(audience));
    for (const member of due) {
      if (seated.has(member)) continue;
      const veiled = isVeiled && !staff.includes(member) && (await chosenBefore(store, { member, group, known }));
      await store.cohorts.seat({
        audience,
        member,
        now,
        newId: () => scattered(newId()),
        isVeiled: veiled,
      });
      moved.add(member);
    }
    for (const member of seated) {
      if (due.has(member)) continue;
      await store.cohorts.unseat(audience, member, now);
      moved.add(member);
    }
  }
  for (const { audience, section } of known) {
    if (wanted.wanted.has(section)) continue;
    for (const member of await store.cohorts.seated(audience)) {
      if (staff.includes(member)) continue;
      await store.cohorts.unseat(audience, member, now);
      moved.add(member);
    }
  }
  if (moved.size > 0) store.effect({ kind: "rights", members: [...moved] });
}

/** Whether somebody who changes the section goes on under a pseudonym; who is new does. */
async function chosenBefore(
  store: Store,
  { member, group, known }: { readonly member: string; readonly group: string; readonly known: readonly Cohort[] },
): Promise<boolean> {
  const veils = await store.audiences.veils(member, group);
  const before = veils.find((veil) => known.some(({ audience }) => audience === veil.audience));
  return before?.isChosen ?? true;
}

/** A gate that was opened or shut by hand holds for sections that come later, too. */
function gateNow(known: readonly Cohort[]): Gate | null {
  return known[0]?.gate ?? null;
}

async function rosterOf(
  store: Store,
  groupId: string,
): Promise<{ readonly staff: readonly string[]; readonly others: readonly string[] }> {
  const present = (await store.memberships.roster(groupId)).filter(({ leftAt }) => leftAt === null);
  const staff = present.filter(({ role }) => isStaff(role)).map(({ id }) => id);
  return { staff, others: present.filter(({ role }) => !isStaff(role)).map(({ id }) => id) };
}
