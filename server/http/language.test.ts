import { expect, it } from "vitest";
import { localeOf } from "./language.ts";

it.each([
  [undefined, undefined, "en"],
  [undefined, "de-DE,de;q=0.9", "de"],
  ["glossa-language=de", "en", "de"],
  ["glossa=token; glossa-language=en", "de", "en"],
  ["glossa-language=xx", "de", "de"],
  ["glossa-language", "de", "de"],
  ["not-glossa-language=de", "en", "en"],
])("with the cookies %j and Accept-Language %j a guest is spoken to in %s", (cookies, header, locale) => {
  expect(localeOf(cookies, header)).toBe(locale);
});
