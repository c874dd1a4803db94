import type { AdminService } from "#app/context/accounts.ts";
import type { Viewer } from "#app/context/viewer.ts";
import { can } from "#app/domain/policy/policy.ts";
import { Problem } from "#app/domain/problem.ts";
import { accountsWords } from "#app/words/accounts.ts";
import type { Store } from "#db/store.ts";
import type { AccountDependencies } from "./accounts-dependencies.ts";
import { issueReset } from "./accounts-reset.ts";
import { tell } from "./factors/changes.ts";
import { requireFresh } from "./fresh.ts";
import { recordAct } from "./staff-act.ts";

/** Milliseconds that a handed-out link is good for: it goes by paper or phone, not by mail. */
const HANDED_LIFE = 24 * 60 * 60 * 1000;

/** Most people in one answer; the search narrows them. */
const MOST_SHOWN = 200;

/** What those who run the site can do for its members. Throws Problem("not-found") for everybody else. */
export function makeAdminService(
  dependencies: Pick<AccountDependencies, "read" | "transact" | "clock" | "origin" | "secrets" | "post" | "newId">,
): AdminService {
  const { read, transact, clock, origin, secrets, post, newId } = dependencies;

  return {
    async members(viewer, { query }) {
      await requireAdmin(read, viewer);
      const found = await read.members.search(query.trim().slice(0, 100), MOST_SHOWN);
      const guarded = await read.factors.havers();
      return found.map(({ id, name, pronouns, hue, picture, email, createdAt, isAdmin }) => {
        return { id, name, pronouns, hue, picture, email, createdAt, isAdmin, hasFactor: guarded.has(id) };
      });
    },

    async resetLink(viewer, memberId) {
      const token = secrets.token();
      await transact(async (store) => {
        await requireAdmin(store, viewer);
        const member = await store.members.byId(memberId);
        if (member === null || member.endedAt !== null) throw new Problem("not-found", accountsWords.memberUnknown);
        await issueReset(store, member, { hash: secrets.digest(token), now: clock(), life: HANDED_LIFE });
      });
      return `${origin}/reset/${token}`;
    },

    async resetFactors(viewer, memberId) {
      await transact(async (store) => {
        await requireAdmin(store, viewer);
        requireFresh(viewer, clock());
        const member = await store.members.byId(memberId);
        if (member === null || member.endedAt !== null) throw new Problem("not-found", accountsWords.memberUnknown);
        const passkeys = (await store.factors.passkeys(memberId)).length;
        const app = (await store.factors.app(memberId))?.confirmedAt != null;
        await store.factors.clear(memberId);
        await recordAct(
          { store, now: clock(), newId },
          {
            ...{ verb: "member.factor", actor: { id: viewer.id, role: "administrator" } },
            ...{
              subject: { kind: "member", id: memberId },
              before: { app, passkeys },
              after: { app: false, passkeys: 0 },
            },
          },
        );
        await tell(store, { post, origin }, member, "reset");
      });
    },
  };
}

/** Throws Problem("not-found") for others. Asks the store, not the viewer: the request may be older than the right. */
export async function requireAdmin(store: Store, viewer: Viewer): Promise<void> {
  const member = await store.members.byId(viewer.id);
  const actor = { id: viewer.id, role: null, isAdmin: member?.isAdmin ?? false };
  if (!can(actor, "site.administer")) throw new Problem("not-found", accountsWords.adminsOnly);
}
