/** Suspending somebody from the whole site. */
import type { PersonPage, SiteService } from "#app/context/site.ts";
import { tidyParagraphs } from "#app/domain/group/fields.ts";
import { isInForce, MAX_SANCTION_WORDS } from "#app/domain/moderation/sanction.ts";
import { Problem } from "#app/domain/problem.ts";
import { accountsWords } from "#app/words/accounts.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import type { SanctionRow } from "#db/repositories/moderation/sanctions.ts";
import type { Store } from "#db/store.ts";
import { requireAdmin } from "../admin.ts";
import type { Bench } from "../moderation/decide.ts";
import { impose, lift } from "../moderation/sanctions.ts";
import type { SiteDependencies } from "./dependencies.ts";

const WHOLE_SITE = { kind: "site", id: "" } as const;

export function makeSuspensions({
  transact,
  clock,
  newId,
  heed,
}: SiteDependencies): Pick<SiteService, "suspend" | "endSuspension"> {
  const benchOf = (store: Store, id: string): Bench => {
    const now = clock();
    const judge = { id, role: "administrator" };
    return { store, now, newId, judge, heed: (event) => heed(store, event, { member: id, seat: "", now }) };
  };

  return {
    async suspend(viewer, memberId, { days, words }) {
      await transact(async (store) => {
        await requireAdmin(store, viewer);
        const member = await store.members.byId(memberId);
        if (member === null) throw new Problem("not-found", accountsWords.memberUnknown);
        if (member.isAdmin) throw new Problem("forbidden", siteCareWords.notOverAdmins);
        await impose(benchOf(store, viewer.id), {
          ...{
            member: memberId,
            kind: "suspend",
            scope: WHOLE_SITE,
            group: null,
            document: null,
            reason: "other",
            days,
          },
          ...{ toMember: tidyParagraphs(words).slice(0, MAX_SANCTION_WORDS), toStaff: "", hidesFrom: null },
        });
      });
    },

    async endSuspension(viewer, memberId) {
      await transact(async (store) => {
        await requireAdmin(store, viewer);
        const sanction = suspensionOf(await store.sanctions.ofMember(memberId), clock());
        if (sanction === undefined) throw new Problem("conflict", siteCareWords.notSuspended);
        await lift(benchOf(store, viewer.id), sanction, { restores: false, toMember: "" });
      });
    },
  };
}

/** The suspension from the whole site among a member's sanctions, null without one; `now` in milliseconds. */
export function suspensionIn(sanctions: readonly SanctionRow[], now: number): PersonPage["suspension"] {
  const sanction = suspensionOf(sanctions, now);
  return sanction === undefined ? null : { until: sanction.endsAt };
}

function suspensionOf(sanctions: readonly SanctionRow[], now: number): SanctionRow | undefined {
  return sanctions.find((one) => one.kind === "suspend" && one.scope.kind === "site" && isInForce(one, now));
}
