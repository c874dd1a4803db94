/** What stands against the end of an account: somebody has to look after site and groups. */
import { Problem } from "#app/domain/problem.ts";
import { factorsWords } from "#app/words/factors.ts";
import { timeWords } from "#app/words/time.ts";
import type { Store } from "#db/store.ts";

export type Obstacles = { readonly groups: readonly string[]; readonly isLastAdmin: boolean };

/** Others whose account is about to end themselves do not count. */
export async function obstaclesOf(store: Store, member: { id: string; isAdmin: boolean }): Promise<Obstacles> {
  return {
    groups: await store.memberships.groupsWithoutOther(member.id),
    isLastAdmin: member.isAdmin && !(await store.members.hasOtherAdmin(member.id)),
  };
}

/** Throws Problem("conflict") with what has to be done first. */
export function requireNone({ groups, isLastAdmin }: Obstacles): void {
  const words = factorsWords.account;
  if (isLastAdmin) throw new Problem("conflict", words.lastAdmin);
  if (groups.length > 0)
    throw new Problem("conflict", words.lastOwner(new Intl.ListFormat(timeWords.locale).format(groups)));
}
