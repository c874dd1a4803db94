/** A change of a division, in one work: rows, seats, record, and what it takes to go back. */
import type { Division } from "#app/context/sections.ts";
import { tidyName } from "#app/domain/member/name.ts";
import { Problem } from "#app/domain/problem.ts";
import { MAX_SECTION_NAME, MAX_SECTIONS, type SectionSet } from "#app/domain/section/section.ts";
import { sectionWords as words } from "#app/words/sections.ts";
import type { Store } from "#db/store.ts";
import { alignSectionSet } from "../assignments/cohorts.ts";
import { roomOf, studentsOf } from "./look.ts";

export type Changing = {
  readonly store: Store;
  readonly set: SectionSet;
  readonly actor: { readonly id: string; readonly role: string };
  readonly now: number;
  readonly newId: () => string;
};

type Seats = Readonly<Record<string, readonly string[]>>;

/** Throws Problem("conflict") where the set is not as it was at `version`, Problem("invalid") for what is no division. */
export async function changeSections(
  changing: Changing,
  version: number,
  typed: Division,
): Promise<{ readonly version: number }> {
  const { store, set, newId } = changing;
  const { sections } = await roomOf(store, set.id);
  const division = typed.map(({ id, name, members }) => ({ id: id ?? newId(), name: tidyName(name), members }));
  await demandDivision(changing, division, new Set(await store.sections.idsEver(set.id)), typed);
  const before = seatsOf(sections);
  const isSame =
    JSON.stringify(before) === JSON.stringify(seatsOf(division)) &&
    division.every(({ id, name }) => sections.some((section) => section.id === id && section.name === name));
  if (isSame) throw new Problem("conflict", words.nothingMoves);
  return arrange(changing, version, division, null);
}

/** Makes the set what it was before the change; Problem("conflict") where something came after it. */
export async function undoChange(changing: Changing, changeId: string): Promise<{ readonly version: number }> {
  const { store, set, now } = changing;
  const last = await store.sections.lastChange(set.id);
  if (last === null || last.id !== changeId || last.version !== set.version) {
    throw new Problem("conflict", words.nothingToUndo);
  }
  const names = await store.sections.names(set.id);
  const here = new Set((await studentsOf(store, set.group)).map(({ id }) => id));
  const division = Object.entries(last.before).map(([id, members]) => ({
    ...{ id, name: names.get(id) ?? words.section(1) },
    members: members.filter((member) => here.has(member)),
  }));
  await store.sections.markUndone(changeId, now);
  return arrange(changing, set.version, division, changeId);
}

type Named = { readonly id: string; readonly name: string; readonly members: readonly string[] };

async function arrange(
  changing: Changing,
  version: number,
  division: readonly Named[],
  undoes: string | null,
): Promise<{ readonly version: number }> {
  const { store, set, actor, now, newId } = changing;
  if (!(await store.sections.claimVersion(set.id, version))) throw new Problem("conflict", words.changed);
  const { sections } = await roomOf(store, set.id);
  const known = new Set(await store.sections.idsEver(set.id));
  for (const [place, { id, name }] of division.entries()) {
    if (known.has(id)) await store.sections.put(id, name, place);
    else await store.sections.insert({ id, setId: set.id, name, place, createdAt: now });
  }
  const seated = new Set<string>();
  for (const { id, members } of division) {
    for (const member of members) {
      await store.sections.move({ set: set.id, section: id, member, now });
      seated.add(member);
    }
  }
  for (const { id, members } of sections) {
    for (const member of members) {
      if (!seated.has(member)) await store.sections.move({ set: set.id, section: null, member, now });
    }
    if (!division.some((section) => section.id === id)) await store.sections.dissolve(id, now);
  }
  const change = newId();
  const [before, after] = [seatsOf(sections), seatsOf(division)];
  if (undoes === null) {
    await store.sections.keepChange({
      ...{ id: change, setId: set.id, actorId: actor.id, at: now, version: version + 1, before, after },
    });
  }
  await store.record.append({
    ...{ id: newId(), at: now, group: set.group, document: null, actor: actor.id, actorRole: actor.role },
    ...{ verb: "section.change" as const, subject: { kind: "section" as const, id: set.id } },
    before: { sections: sections.length, version },
    after: { sections: division.length, version: version + 1, change: undoes ?? change, undone: undoes !== null },
    ...{ revision: null, revisionHash: null, item: null, reason: null, undoes: null, batch: null },
  });
  await alignSectionSet({ store, now, newId }, set.id);
  return { version: version + 1 };
}

async function demandDivision(
  { store, set }: Changing,
  division: readonly Named[],
  known: ReadonlySet<string>,
  typed: Division,
): Promise<void> {
  if (division.length > MAX_SECTIONS) throw new Problem("invalid", words.many(MAX_SECTIONS));
  // An id that is no section of this set would take somebody else's section over.
  if (typed.some(({ id }) => id !== null && !known.has(id))) throw new Problem("conflict", words.changed);
  const names = new Set<string>();
  for (const { name } of division) {
    if (name === "") throw new Problem("invalid", words.nameMissing);
    if ([...name].length > MAX_SECTION_NAME) throw new Problem("invalid", words.nameLong(MAX_SECTION_NAME));
    if (names.has(name)) throw new Problem("invalid", words.nameTwice(name));
    names.add(name);
  }
  const people = new Map((await studentsOf(store, set.group)).map(({ id, name }) => [id, name]));
  const seated = new Set<string>();
  for (const member of division.flatMap(({ members }) => members)) {
    const name = people.get(member);
    if (name === undefined) throw new Problem("conflict", words.notHere);
    if (seated.has(member)) throw new Problem("invalid", words.twoSections(name));
    seated.add(member);
  }
}

function seatsOf(sections: readonly Pick<Named, "id" | "members">[]): Seats {
  return Object.fromEntries(sections.map(({ id, members }) => [id, members]));
}
