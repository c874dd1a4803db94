/** Who needs a second factor; what else holds for the whole site is said in `site.ts`, which also keeps words out of the record. */
import type { SiteSettingService } from "#app/context/site-settings.ts";
import { Problem } from "#app/domain/problem.ts";
import { areSiteSettings, type SiteSettings } from "#app/domain/site/site-settings.ts";
import { factorsWords } from "#app/words/factors.ts";
import type { AccountDependencies } from "./accounts-dependencies.ts";
import { requireAdmin } from "./admin.ts";
import { requireFresh } from "./fresh.ts";
import { recordAct } from "./staff-act.ts";

export function makeSiteSettingService({
  read,
  transact,
  clock,
  newId,
}: Pick<AccountDependencies, "read" | "transact" | "clock" | "newId">): SiteSettingService {
  return {
    async all(viewer) {
      await requireAdmin(read, viewer);
      return read.siteSettings.all();
    },

    async change(viewer, settings) {
      await transact(async (store) => {
        await requireAdmin(store, viewer);
        requireFresh(viewer, clock());
        const isKnown =
          areSiteSettings(settings) && Object.keys(settings).every((key) => key === "secondFactorForStaff");
        if (!isKnown) throw new Problem("invalid", factorsWords.site.unknown);
        for (const key of Object.keys(settings) as (keyof SiteSettings)[]) {
          const value = settings[key];
          const before = await store.siteSettings.get(key);
          if (value === undefined || value === before) continue;
          await store.siteSettings.set(key, value, clock());
          const actor = { id: viewer.id, role: "administrator" };
          const act = { verb: "site.setting", actor, subject: { kind: "site", id: key } } as const;
          await recordAct({ store, now: clock(), newId }, { ...act, before: { value: before }, after: { value } });
        }
      });
    },
  };
}
