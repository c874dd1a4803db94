/** Where the live pages are kept: each verb is one transaction, in which rights are read again. */
import type { PageNode } from "#app/domain/page/page.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { togetherWords } from "#app/words/together.ts";
import type { PageKey } from "#db/repositories/shared-notes.ts";
import type { Store, Transact } from "#db/store.ts";
import { pageSeatOf, standingIn } from "#server/services/rights.ts";

type Page = { readonly document: string; readonly audience: string };
type Change = { readonly member: string; readonly update: Uint8Array; readonly clients: readonly number[] };
type Version = { readonly content: PageNode; readonly members: readonly string[]; readonly update: Uint8Array };
type Refused = { readonly member: string; readonly reason: string; readonly bytes: number };

export type PageStoreParts = {
  readonly read: Store;
  readonly transact: Transact;
  readonly clock: () => number;
  readonly newId: () => string;
};

/** The store of the realtime pages. `append` rejects with Problem("forbidden") when a writer has no right any more. */
export function makePageStore({ read, transact, clock, newId }: PageStoreParts) {
  return {
    async load(page: Page) {
      const key = keyOf(page);
      const [updates, owners, unversioned] = [
        await read.sharedNotes.updates(key),
        await read.sharedNotes.owners(key),
        await read.sharedNotes.changedSinceVersion(key),
      ];
      return { updates, owners, unversioned };
    },
    async append(page: Page, changes: readonly Change[]): Promise<void> {
      await transact(async (store) => {
        for (const member of new Set(changes.map((change) => change.member))) await demandRight(store, page, member);
        for (const { member, update, clients } of changes) {
          await store.sharedNotes.append(keyOf(page), { memberId: member, update, createdAt: clock() });
          await store.sharedNotes.bind(keyOf(page), member, clients);
        }
      });
    },
    async keepVersion(page: Page, { content, members, update }: Version): Promise<void> {
      await transact(async (store) => {
        const seats = await store.sharedNotes.seatsOf(page.audience, members);
        const createdAt = clock();
        await store.sharedNotes.addVersion(keyOf(page), { id: newId(), page: content, seats, createdAt });
        await store.sharedNotes.compact(keyOf(page), update, createdAt);
      });
    },
    async refuse(page: Page, { member, reason, bytes }: Refused): Promise<void> {
      const row = { id: newId(), memberId: member, reason, bytes, createdAt: clock() };
      await transact((store) => store.sharedNotes.addRefusal(keyOf(page), row));
    },
  };

  async function demandRight(store: Store, { document: documentId, audience }: Page, memberId: string): Promise<void> {
    const standing = await standingIn(store, { memberId, documentId, now: clock() });
    const mayWrite =
      standing !== null && pageSeatOf(standing, audience) !== null && can(standing.actor, "page.write", standing);
    if (!mayWrite) throw new Problem("forbidden", togetherWords.notAllowed);
  }
}

function keyOf({ document, audience }: Page): PageKey {
  return { documentId: document, audienceId: audience };
}
