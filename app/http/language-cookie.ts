import { LANGUAGE_COOKIE, type Locale } from "#app/words/locale.ts";

/** Seconds: a year, for a choice that is no secret and says nothing of a person. */
const LIFE = 365 * 24 * 60 * 60;

/** A `Set-Cookie` value that keeps the language which a guest chose in this browser. */
export function languageCookie(locale: Locale): string {
  return `${LANGUAGE_COOKIE}=${locale}; Path=/; Max-Age=${LIFE}; SameSite=Lax`;
}
