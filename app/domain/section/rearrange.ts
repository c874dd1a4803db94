/** Changes of a division that is there: who comes late, whose section fell silent, and what a change moves. */
import type { Section } from "./section.ts";

/** A section with how much was written in it. */
export type Lively = Pick<Section, "id" | "members"> & { readonly notes: number };

export type Move = { readonly member: string; readonly from: string | null; readonly to: string | null };

/** Where somebody who comes late is seated: the smallest section in which people write, or the smallest; null for none. */
export function seatFor(sections: readonly Lively[]): string | null {
  const active = sections.filter(({ notes, members }) => notes > 0 && members.length > 0);
  const [smallest] = [...(active.length > 0 ? active : sections)].sort(
    (a, b) => a.members.length - b.members.length || (a.id < b.id ? -1 : 1),
  );
  return smallest?.id ?? null;
}

/**
 * The sections without the silent ones, whose members join the smallest of the others one by one; who would be alone then
 * joins others, too. Where all are silent, and where nothing is, nothing changes.
 */
export function withoutSilent<S extends Pick<Section, "id" | "members">>(
  sections: readonly S[],
  isSilent: (section: S) => boolean,
): readonly S[] {
  const active = sections.filter((section) => !isSilent(section));
  if (active.length === 0 || active.length === sections.length) return sections;
  const joining = sections.filter(isSilent).flatMap((section) => section.members);
  return joined(active, joining);
}

function joined<S extends Pick<Section, "id" | "members">>(
  kept: readonly S[],
  joining: readonly string[],
): readonly S[] {
  const members = new Map(kept.map(({ id, members: seated }) => [id, [...seated]]));
  for (const member of joining) {
    const [smallest] = [...members.values()].sort((a, b) => a.length - b.length);
    smallest?.push(member);
  }
  const alone = kept.find(({ id }) => members.get(id)?.length === 1);
  if (alone !== undefined && kept.length > 1) {
    return joined(
      kept.filter((section) => section !== alone),
      [...joining, ...alone.members],
    );
  }
  return kept.map((section) => ({ ...section, members: members.get(section.id) ?? section.members }));
}

/** Who is moved by going from one division to the other, in the order of `after`, then those who lose their seat. */
export function movesBetween(
  before: readonly Pick<Section, "id" | "members">[],
  after: readonly Pick<Section, "id" | "members">[],
): readonly Move[] {
  const placeIn = (division: typeof before) =>
    new Map(division.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
  const [from, to] = [placeIn(before), placeIn(after)];
  const moves: Move[] = [];
  for (const [member, section] of to) {
    const was = from.get(member) ?? null;
    if (was !== section) moves.push({ member, from: was, to: section });
  }
  for (const [member, section] of from) if (!to.has(member)) moves.push({ member, from: section, to: null });
  return moves;
}
