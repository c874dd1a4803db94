/** What a division is now, and what another one would change. */
import type { Division, DivisionPreview, SectionPerson, SectionSetPage } from "#app/context/sections.ts";
import { Problem } from "#app/domain/problem.ts";
import { type Met, meetings, metIn } from "#app/domain/section/divide.ts";
import { movesBetween } from "#app/domain/section/rearrange.ts";
import type { Section } from "#app/domain/section/section.ts";
import { sectionWords as words } from "#app/words/sections.ts";
import type { SectionLife } from "#db/repositories/sections.ts";
import type { Store } from "#db/store.ts";

type SetRow = NonNullable<Awaited<ReturnType<Store["sections"]["set"]>>>;

export type Room = {
  readonly set: SetRow;
  readonly sections: readonly Section[];
  readonly life: readonly SectionLife[];
};

/** Throws Problem("not-found") for a set that is none. */
export async function roomOf(store: Store, setId: string): Promise<Room> {
  const set = await store.sections.set(setId);
  if (set === null) throw new Problem("not-found", words.unknown);
  const sections = await store.sections.ofSet(setId);
  return { set, sections, life: await store.sections.life(sections.map(({ id }) => id)) };
}

/** Those who are divided: members, not staff and not observers. */
export async function studentsOf(
  store: Store,
  groupId: string,
): Promise<readonly (SectionPerson & { readonly email: string | null })[]> {
  const roster = await store.memberships.roster(groupId);
  return roster
    .filter(({ role, leftAt }) => role === "member" && leftAt === null)
    .map(({ id, name, email }) => ({ id, name, email }));
}

/** Who has been with whom in any section that the group ever had. */
export async function namedPast(store: Store, groupId: string): Promise<Met> {
  const past = new Map<string, string[]>();
  for (const { section, member } of await store.sections.history(groupId)) {
    past.set(section, [...(past.get(section) ?? []), member]);
  }
  return metIn([...past.values()]);
}

/** A division that was drawn, in the sections that are there as far as they go. */
export function drawn({ sections }: Room, drawing: readonly (readonly string[])[]): Division {
  const names = new Set(sections.map(({ name }) => name));
  let next = 1;
  const unused = (): string => {
    while (names.has(words.section(next))) next += 1;
    const name = words.section(next);
    names.add(name);
    return name;
  };
  return drawing.map((members, i) => {
    const known = sections[i];
    return { id: known?.id ?? null, name: known?.name ?? unused(), members };
  });
}

/** Who moves, who meets again, and what that cuts off; whoever is no member of the group any more falls out of it. */
export async function previewOf(store: Store, room: Room, division: Division): Promise<DivisionPreview> {
  const students = await studentsOf(store, room.set.group);
  const people = new Map(students.map(({ id, name }) => [id, { id, name }]));
  const cleaned = division.map((section) => ({ ...section, members: section.members.filter((id) => people.has(id)) }));
  const named = cleaned.map(({ id, name, members }, i) => ({ id: id ?? `new-${i}`, name, members }));
  const names = new Map([...room.sections, ...named].map(({ id, name }) => [id, name]));
  const moves = movesBetween(room.sections, named).filter(({ member }) => people.has(member));
  const met = await namedPast(store, room.set.group);
  const now = metIn(room.sections.map(({ members }) => members));
  const leaving = moves.flatMap(({ member, from }) => (from === null ? [] : member));
  return {
    division: cleaned,
    moves: moves.flatMap(({ member, from, to }) => {
      const person = people.get(member);
      const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
      return person === undefined ? [] : [{ member: person, from: nameOf(from), to: nameOf(to) }];
    }),
    // Those who sit together now and go on doing so do not meet again.
    again: Math.max(
      0,
      meetings(
        cleaned.map(({ members }) => members),
        { times: (a, b) => (met.times(a, b) > 0 && now.times(a, b) === 0 ? 1 : 0) },
      ),
    ),
    unread: [],
    threads: await store.sections.threadsWith(
      room.sections.map(({ id }) => id),
      leaving,
    ),
  };
}

/** The page of a set. */
export async function reading(store: Store, { set, sections, life }: Room): Promise<SectionSetPage> {
  const students = await studentsOf(store, set.group);
  const people = new Map(students.map(({ id, name }) => [id, { id, name }]));
  const seated = new Set(sections.flatMap(({ members }) => members));
  const notes = new Map(life.map((row) => [row.section, row.notes]));
  const last = await store.sections.lastChange(set.id);
  const by = last?.actorId == null ? null : await store.members.byId(last.actorId);
  const uses = await store.assignments.ofSectionSet(set.id);
  return {
    ...set,
    sections: sections.map(({ id, name, members }) => ({
      id,
      name,
      members: members.flatMap((member) => people.get(member) ?? []),
      notes: notes.get(id) ?? 0,
    })),
    unseated: students.filter(({ id }) => !seated.has(id)).map(({ id, name }) => ({ id, name })),
    assignments: uses.filter(({ state }) => state === "published").map(({ id, title }) => ({ id, title })),
    undoable: last === null ? null : { id: last.id, at: last.at, by: by?.name ?? null },
  };
}
