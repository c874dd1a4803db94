import type { IgnoreService } from "#app/context/people.ts";
import { Problem } from "#app/domain/problem.ts";
import { sanctionWords as words } from "#app/words/sanctions.ts";
import type { Store, Transact } from "#db/store.ts";

/** People whom a reader ignores. Nobody else learns of it; it changes what that reader's own pages show, and their news. */
export function makeIgnoreService({
  read,
  transact,
  clock,
}: {
  readonly read: Store;
  readonly transact: Transact;
  readonly clock: () => number;
}): IgnoreService {
  return {
    list: (viewer) => read.ignores.of(viewer.id),
    async set(viewer, memberId, on) {
      if (memberId === viewer.id) throw new Problem("invalid", words.notYourself);
      await transact(async (store) => {
        if (!on) return store.ignores.drop(viewer.id, memberId);
        if (!(await meet(store, viewer.id, memberId))) throw new Problem("not-found", words.unknownMember);
        return store.ignores.put({ memberId: viewer.id, ignoredId: memberId, createdAt: clock() });
      });
    },
  };
}

/** True where both are or were in one group, of which the first is a member now. */
async function meet(store: Store, memberId: string, otherId: string): Promise<boolean> {
  for (const { groupId } of await store.memberships.ofMember(memberId)) {
    if ((await store.memberships.find(groupId, otherId)) !== null) return true;
  }
  return false;
}
