/** The languages of the interface (BCP 47). */
export const locales = ["en", "de"] as const;
export type Locale = (typeof locales)[number];

/** The cookie in which a browser without an account keeps its choice. */
export const LANGUAGE_COOKIE = "glossa-language";

/** Each language in its own words, so that those who read only it find it. */
export const languageNames: Readonly<Record<Locale, string>> = { en: "English", de: "Deutsch" };

/** Written from right to left (ISO 639-1). None of ours is yet; the layout is ready for them, and tests hold it to that. */
const rightToLeft: ReadonlySet<string> = new Set(["ar", "fa", "he", "ur", "yi"]);

/** True for a language in which the interface speaks. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The direction of a language's script. */
export function directionOf(language: string): "ltr" | "rtl" {
  return rightToLeft.has(language.split("-")[0] ?? "") ? "rtl" : "ltr";
}

/**
 * The language that suits an `Accept-Language` header best (RFC 9110 §12.5.4, lookup of RFC 4647 §3.4): by weight, then by
 * order; English where none fits.
 */
export function negotiateLocale(header: string | undefined): Locale {
  const wanted = (header ?? "")
    .slice(0, MAX_HEADER)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const quality = parameters.find((parameter) => parameter.startsWith("q="));
      return { tag, weight: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ weight }) => weight > 0 && weight <= 1)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const language = tag.split("-")[0];
    if (isLocale(language)) return language;
  }
  return "en";
}

/** Characters of a header that are read: browsers send some 40, and sorting is not for strangers to feed. */
const MAX_HEADER = 500;
