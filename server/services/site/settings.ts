/** Settings of the site and whether it is open, read-only or being worked on. */
import type { SettingsInput, SiteService } from "#app/context/site.ts";
import { tidyParagraphs } from "#app/domain/group/fields.ts";
import { tidyName } from "#app/domain/member/name.ts";
import { Problem } from "#app/domain/problem.ts";
import { areSiteSettings, MAX_MODE_WORDS, type SiteSettings } from "#app/domain/site/site-settings.ts";
import { siteCareWords } from "#app/words/site-care.ts";
import type { Store } from "#db/store.ts";
import { requireAdmin } from "../admin.ts";
import { record, type SiteDependencies } from "./dependencies.ts";

/** Sentences, which stay out of the chain: it holds their hash beside them. */
const spoken: ReadonlySet<keyof SiteSettings> = new Set(["siteName", "contact", "imprint", "modeWords"]);

export function makeSettings(
  dependencies: SiteDependencies,
): Pick<SiteService, "settings" | "saveSettings" | "setMode"> {
  const { read, transact, transactAlways, clock } = dependencies;

  return {
    async settings(viewer) {
      await requireAdmin(read, viewer);
      return read.siteSettings.all();
    },

    async saveSettings(viewer, input) {
      await transact(async (store) => {
        await requireAdmin(store, viewer);
        const wanted = tidy(input);
        for (const key of Object.keys(wanted) as (keyof SettingsInput)[])
          await change(store, viewer.id, key, wanted[key]);
      });
    },

    async setMode(viewer, { mode, words }) {
      // The one way out of read-only leads through it.
      await transactAlways(async (store) => {
        await requireAdmin(store, viewer);
        const modeWords = tidyParagraphs(words).slice(0, MAX_MODE_WORDS);
        if (!areSiteSettings({ mode, modeWords })) throw new Problem("invalid", siteCareWords.unknownSetting);
        const before = await store.siteSettings.get("mode");
        const wordsBefore = await store.siteSettings.get("modeWords");
        if (before === mode && wordsBefore === modeWords) return;
        await store.siteSettings.set("mode", mode, clock());
        await store.siteSettings.set("modeWords", modeWords, clock());
        await record(store, dependencies, {
          ...{ verb: "site.mode", actor: viewer.id, subject: { kind: "site", id: "mode" } },
          ...{ before: { mode: before }, after: { mode }, words: modeWords },
        });
      });
    },
  };

  async function change<K extends keyof SettingsInput>(store: Store, actor: string, key: K, value: SiteSettings[K]) {
    const before = await store.siteSettings.get(key);
    if (before === value) return;
    await store.siteSettings.set(key, value, clock());
    const act = { verb: "site.setting", actor, subject: { kind: "site", id: key } } as const;
    if (spoken.has(key)) await record(store, dependencies, { ...act, before: {}, after: {}, words: String(value) });
    else await record(store, dependencies, { ...act, before: { value: before }, after: { value } });
  }
}

/** Throws Problem("invalid") with the fields. */
function tidy(input: SettingsInput): SettingsInput {
  const settings = {
    ...{ signUp: input.signUp, founding: input.founding, groupQuota: input.groupQuota },
    siteName: tidyName(input.siteName),
    contact: tidyName(input.contact),
    imprint: tidyParagraphs(input.imprint),
  };
  const fields: Record<string, string> = {};
  for (const [key, value] of Object.entries(settings)) {
    if (!areSiteSettings({ [key]: value })) fields[key] = siteCareWords.unknownSetting;
  }
  if (Object.keys(fields).length > 0) throw new Problem("invalid", siteCareWords.checkForm, { fields });
  return settings;
}
