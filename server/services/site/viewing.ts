/**
 * Looking at the site as a member does. Nothing is changed in that session (the doors refuse it), the member's private notes
 * stay hidden, and begin and end stand in the record with the member as subject, where the member reads them too.
 */
import type { ViewingService } from "#app/context/site.ts";
import { Problem } from "#app/domain/problem.ts";
import { accountsWords } from "#app/words/accounts.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import type { MemberRecord } from "#db/repositories/members.ts";
import type { ViewingRow } from "#db/repositories/site/viewings.ts";
import type { Store } from "#db/store.ts";
import { requireAdmin } from "../admin.ts";
import { requireFresh } from "../fresh.ts";
import { record, type SiteDependencies } from "./dependencies.ts";

/** Milliseconds after which it ends by itself. */
export const LONGEST_VIEWING = 30 * 60 * 1000;

type Needs = Pick<SiteDependencies, "read" | "transact" | "transactAlways" | "clock" | "newId">;

export type Viewings = ViewingService & {
  /** Whom a session looks as, and until when; null for one that looks with its own eyes. */
  readonly viewedIn: (sessionId: string) => Promise<{ readonly member: MemberRecord; readonly until: number } | null>;
  /** Writes down the ends of those that are over at `now` (milliseconds). */
  readonly endOver: (now: number) => Promise<void>;
};

export function makeViewing(dependencies: Needs): Viewings {
  const { read, transact, transactAlways, clock } = dependencies;

  const close = async (store: Store, sessionId: string, actor: string | null): Promise<void> => {
    const row = await store.viewings.take(sessionId);
    if (row === null) return;
    await record(store, dependencies, {
      ...{ verb: "site.view-as", actor: actor ?? row.adminId, subject: { kind: "member", id: row.memberId } },
      ...{ before: { until: row.endsAt }, after: { ended: Math.min(clock(), row.endsAt) } },
    });
    store.effect({ kind: "rights", sessions: [sessionId] });
  };

  return {
    async start(viewer, sessionId, memberId) {
      await transact(async (store) => {
        await requireAdmin(store, viewer);
        requireFresh(viewer, clock());
        const member = await store.members.byId(memberId);
        if (member === null) throw new Problem("not-found", accountsWords.memberUnknown);
        if (member.isAdmin) throw new Problem("forbidden", siteCareWords.notAsAdmin);
        await close(store, sessionId, viewer.id);
        const startedAt = clock();
        const endsAt = startedAt + LONGEST_VIEWING;
        await store.viewings.insert({ sessionId, adminId: viewer.id, memberId, startedAt, endsAt });
        await record(store, dependencies, {
          ...{ verb: "site.view-as", actor: viewer.id, subject: { kind: "member", id: memberId } },
          ...{ before: {}, after: { until: endsAt } },
        });
        store.effect({ kind: "rights", sessions: [sessionId] });
      });
    },

    async end(sessionId) {
      await transactAlways((store) => close(store, sessionId, null));
    },

    async viewedIn(sessionId) {
      const row = await read.viewings.of(sessionId);
      const member = row === null || !isOn(row, clock()) ? null : await read.members.byId(row.memberId);
      // Who became an administrator meanwhile is looked at no longer.
      return row === null || member === null || member.isAdmin ? null : { member, until: row.endsAt };
    },

    async endOver(now) {
      if ((await read.viewings.over(now)).length === 0) return;
      await transactAlways(async (store) => {
        for (const { sessionId } of await store.viewings.over(now)) await close(store, sessionId, null);
      });
    },
  };
}

function isOn({ endsAt }: ViewingRow, now: number): boolean {
  return now < endsAt;
}
