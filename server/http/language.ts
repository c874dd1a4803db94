import type { RequestHandler } from "express";
import { isLocale, LANGUAGE_COOKIE, type Locale, negotiateLocale } from "#app/words/locale.ts";
import { inLocale } from "#app/words/localised.ts";

/**
 * Answers in the language that this browser chose, else in the one that it asks for. A member's own choice comes before
 * both, once the session has been read.
 */
export const speakTheirLanguage: RequestHandler = (req, _res, next) => {
  inLocale(localeOf(req.headers.cookie, req.headers["accept-language"]), next);
};

/** The language of a request without a session. */
export function localeOf(cookies: string | undefined, acceptLanguage: string | undefined): Locale {
  const chosen = (cookies ?? "")
    .split(";")
    .map((pair) => pair.trim().split("="))
    .find(([name]) => name === LANGUAGE_COOKIE)?.[1];
  return isLocale(chosen) ? chosen : negotiateLocale(acceptLanguage);
}
