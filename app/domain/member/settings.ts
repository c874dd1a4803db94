import type { Locale } from "#app/words/locale.ts";
import { languages, type ReaderSettings, themes } from "./member.ts";

/** What each reader setting may be. */
export const settingChoices: { readonly [K in keyof ReaderSettings]: readonly ReaderSettings[K][] } = {
  theme: themes,
  size: [16, 17, 18, 19, 21, 24],
  width: [56, 66, 76],
  spacing: [150, 168, 190],
  face: ["serif", "sans"],
  preview: ["off", "on"],
  language: languages,
};

/** True when every given setting is known and one of its choices. */
export function areSettings(given: Readonly<Record<string, unknown>>): given is Partial<ReaderSettings> {
  const known: Readonly<Record<string, readonly unknown[]>> = settingChoices;
  return Object.entries(given).every(
    ([name, value]) => Object.hasOwn(known, name) && known[name]?.includes(value) === true,
  );
}

/** The language in which to speak to somebody outside of their requests, such as by mail; `otherwise` where they left it to the browser. */
export function languageOf({ language = "system" }: Partial<ReaderSettings>, otherwise: Locale): Locale {
  return language === "system" ? otherwise : language;
}
