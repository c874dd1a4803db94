/** What those who run the site have decided; keys and defaults are the domain's. */
import { eq, sql } from "drizzle-orm";
import { defaultSiteSettings, readSiteSetting, type SiteSettings } from "#app/domain/site/site-settings.ts";
import type { Db } from "#db/client.ts";
import { siteSettings } from "#db/schema/site.ts";

/** Verbs over site settings; a value that this build does not understand counts as its default. */
export function siteSettingsRepository(db: Db) {
  // Prepared: asked at every request.
  const one = db
    .select({ value: siteSettings.value })
    .from(siteSettings)
    .where(eq(siteSettings.key, sql.placeholder("key")))
    .prepare();
  const get = <K extends keyof SiteSettings>(key: K): SiteSettings[K] => readSiteSetting(key, one.get({ key })?.value);

  return {
    async get<K extends keyof SiteSettings>(key: K): Promise<SiteSettings[K]> {
      return get(key);
    },

    async all(): Promise<SiteSettings> {
      const keys = Object.keys(defaultSiteSettings) as (keyof SiteSettings)[];
      return Object.fromEntries(keys.map((key) => [key, get(key)])) as SiteSettings;
    },

    async set<K extends keyof SiteSettings>(key: K, value: SiteSettings[K], changedAt: number): Promise<void> {
      db.insert(siteSettings)
        .values({ key, value, changedAt })
        .onConflictDoUpdate({ target: siteSettings.key, set: { value, changedAt } })
        .run();
    },
  };
}
