/** Links with which one person each makes an account where sign-up is not open to everybody. */
import type { SiteInvitation, SiteService } from "#app/context/site.ts";
import { tidyName } from "#app/domain/member/name.ts";
import { Problem } from "#app/domain/problem.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import type { SiteInvitationRow } from "#db/repositories/site/invitations.ts";
import { requireAdmin } from "../admin.ts";
import { record, type SiteDependencies } from "./dependencies.ts";

const DAY = 24 * 60 * 60 * 1000;
const LONGEST_DAYS = 90;
const MAX_REMARK = 100;
const MOST_SHOWN = 200;

type Invitations = Pick<SiteService, "invitationIsGood" | "invitations" | "invite" | "revokeInvitation">;

export function makeSiteInvitations(dependencies: SiteDependencies): Invitations {
  const { read, transact, clock, newId, origin, secrets } = dependencies;

  return {
    invitationIsGood: (token) => read.siteInvitations.isGood(secrets.digest(token), clock()),

    async invitations(viewer) {
      await requireAdmin(read, viewer);
      return (await read.siteInvitations.list(MOST_SHOWN)).map((row) => shown(row, clock()));
    },

    async invite(viewer, { remark, days }) {
      if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS) {
        throw new Problem("invalid", siteCareWords.checkForm, {
          fields: { days: siteCareWords.daysWrong(LONGEST_DAYS) },
        });
      }
      const token = secrets.token();
      await transact(async (store) => {
        await requireAdmin(store, viewer);
        const now = clock();
        const id = newId();
        const expiresAt = now + days * DAY;
        await store.siteInvitations.insert({
          ...{ id, tokenHash: secrets.digest(token), remark: tidyName(remark).slice(0, MAX_REMARK) },
          ...{ createdBy: viewer.id, createdAt: now, expiresAt, usedAt: null, revokedAt: null },
        });
        await record(store, dependencies, {
          ...{ verb: "site.setting", actor: viewer.id, subject: { kind: "site", id: "invitation" } },
          ...{ before: {}, after: { invitation: id, expiresAt } },
        });
      });
      return `${origin}/sign-up?invitation=${token}`;
    },

    async revokeInvitation(viewer, id) {
      await transact(async (store) => {
        await requireAdmin(store, viewer);
        if (!(await store.siteInvitations.revoke(id, clock()))) {
          throw new Problem("not-found", siteCareWords.unknownInvitation);
        }
        await record(store, dependencies, {
          ...{ verb: "site.setting", actor: viewer.id, subject: { kind: "site", id: "invitation" } },
          ...{ before: { invitation: id }, after: { invitation: null } },
        });
      });
    },
  };
}

function shown(
  { id, remark, createdAt, expiresAt, usedAt, revokedAt }: SiteInvitationRow,
  now: number,
): SiteInvitation {
  const isOver = expiresAt <= now ? "expired" : "open";
  return {
    id,
    remark,
    createdAt,
    expiresAt,
    state: usedAt !== null ? "used" : revokedAt !== null ? "revoked" : isOver,
  };
}
