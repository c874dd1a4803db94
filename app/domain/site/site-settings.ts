/** Decisions about a whole site, one key each: what it may be, and what holds until somebody decides. */
import { z } from "zod";

const schemas = {
  /** Whether administrators, owners, teachers and moderators need a second factor. */
  secondFactorForStaff: z.boolean(),
} as const;

export type SiteSettings = { readonly [K in keyof typeof schemas]: z.infer<(typeof schemas)[K]> };

export const defaultSiteSettings: SiteSettings = {
  secondFactorForStaff: false,
};

/** A stored value as this build understands it; the default for what is missing or is not one of its values. */
export function readSiteSetting<K extends keyof SiteSettings>(key: K, stored: unknown): SiteSettings[K] {
  const parsed = schemas[key].safeParse(stored);
  return parsed.success ? (parsed.data as SiteSettings[K]) : defaultSiteSettings[key];
}

/** True for settings of this build with values that they may have. */
export function areSiteSettings(given: Readonly<Record<string, unknown>>): given is Partial<SiteSettings> {
  return z.strictObject(schemas).partial().safeParse(given).success;
}
