/** What a viewer may search: their audiences with the names in them, for one group or for all of theirs. */
import type { Viewer } from "#app/context/viewer.ts";
import type { Colour } from "#app/domain/annotation/annotation.ts";
import type { Profile } from "#app/domain/member/member.ts";
import { Problem } from "#app/domain/problem.ts";
import { groupsWords } from "#app/words/groups.ts";
import type { NoteScope } from "#db/repositories/search/match.ts";
import type { NamedText } from "#db/repositories/search.ts";
import type { Store } from "#db/store.ts";
import { openAudiences } from "../open-audiences.ts";
import { isPast, standingInGroup } from "../rights.ts";
import { rosterFor } from "../veil.ts";

export type Sight = {
  readonly viewer: string;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly scope: NoteScope;
  /** Texts that are not gone, newest first. */
  readonly texts: readonly NamedText[];
  /** By seat: everybody who sits or sat in one of the audiences. */
  readonly people: ReadonlyMap<string, Profile>;
  readonly ownSeats: readonly string[];
  readonly kinds: readonly { readonly id: string; readonly name: string }[];
  readonly colourNames: readonly { readonly colour: Colour; readonly name: string }[];
};

/** Throws Problem("not-found") for those outside the group, also when everywhere is asked for. */
export async function sightOf(
  read: Store,
  viewer: Viewer,
  { groupId, everywhere, now }: { readonly groupId: string; readonly everywhere: boolean; readonly now: number },
): Promise<Sight> {
  const memberId = viewer.id;
  const here = await standingInGroup(read, { memberId, groupId, now });
  if (here === null) throw new Problem("not-found", groupsWords.unknown);
  const groups = [{ id: here.group.id, name: here.group.name }];
  const roles = new Map([[here.group.id, here.actor.role]]);
  const others = everywhere ? await read.memberships.ofMember(memberId) : [];
  for (const { groupId: id } of others) {
    if (id === groupId) continue;
    const standing = await standingInGroup(read, { memberId, groupId: id, now });
    if (standing === null) continue;
    groups.push({ id, name: standing.group.name });
    roles.set(id, standing.actor.role);
  }
  const ids = groups.map(({ id }) => id);
  const known = await read.search.texts(ids);
  const texts = known.filter(({ deleteAfter }) => !isPast(deleteAfter, now));
  const gone = known.filter(({ deleteAfter }) => isPast(deleteAfter, now)).map(({ id }) => id);
  const seated = [];
  const roster = [];
  for (const id of ids) {
    const there = texts.filter(({ group }) => group === id).map((text) => text.id);
    const open = await openAudiences(read, { memberId, groupId: id, now }, there);
    seated.push(...open);
    const looking = { id: memberId, role: roles.get(id) ?? null };
    const audiences = open.map(({ audience }) => audience);
    roster.push(...(await rosterFor(read, looking, audiences)));
  }
  const everywhereOpen = seated.filter(({ documents }) => documents === null);
  return {
    ...{ viewer: memberId, groups, texts },
    scope: {
      audiences: everywhereOpen.map(({ audience }) => audience),
      gated: seated.flatMap(({ audience, documents }) => (documents === null ? [] : [{ audience, documents }])),
      gone,
    },
    people: new Map(
      roster.map(({ seat, id, name, pronouns, hue, picture }) => [seat, { id, name, pronouns, hue, picture }]),
    ),
    ownSeats: seated.map(({ seat }) => seat),
    kinds: await read.search.kinds(ids),
    colourNames: await read.search.colourNames(ids),
  };
}
