/** Decisions about a whole site, one key each: what it may be, and what holds until somebody decides. */
import { z } from "zod";

export const signUpChoices = ["everyone", "invited", "nobody"] as const;
export type SignUpChoice = (typeof signUpChoices)[number];

export const foundingChoices = ["everyone", "administrators"] as const;
export type FoundingChoice = (typeof foundingChoices)[number];

export const siteModes = ["open", "read-only", "maintenance"] as const;
export type SiteMode = (typeof siteModes)[number];

/** Characters. */
export const MAX_SITE_NAME = 60;
export const MAX_CONTACT = 200;
export const MAX_IMPRINT = 4_000;
export const MAX_MODE_WORDS = 500;

/** Most megabytes that an administrator gives the texts of each group: a terabyte. */
export const MAX_QUOTA = 1024 * 1024;

const schemas = {
  /** Whether administrators, owners, teachers and moderators need a second factor. */
  secondFactorForStaff: z.boolean(),
  /** What the site is called; "" goes by the software's own name. */
  siteName: z.string().max(MAX_SITE_NAME),
  signUp: z.enum(signUpChoices),
  founding: z.enum(foundingChoices),
  /** Megabytes that the texts of each group may take. */
  groupQuota: z.number().int().min(1).max(MAX_QUOTA),
  /** Below every page. */
  contact: z.string().max(MAX_CONTACT),
  imprint: z.string().max(MAX_IMPRINT),
  /** `read-only` refuses every change, `maintenance` everybody but administrators. */
  mode: z.enum(siteModes),
  /** What people are told meanwhile; "" for a sentence of ours. */
  modeWords: z.string().max(MAX_MODE_WORDS),
} as const;

export type SiteSettings = { readonly [K in keyof typeof schemas]: z.infer<(typeof schemas)[K]> };

export const defaultSiteSettings: SiteSettings = {
  secondFactorForStaff: false,
  siteName: "",
  signUp: "everyone",
  founding: "everyone",
  groupQuota: 500,
  contact: "",
  imprint: "",
  mode: "open",
  modeWords: "",
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
